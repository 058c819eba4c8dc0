import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { readEnv, VARIABLES } from '../config/env.ts';

interface Service {
  image?: string;
  build?: { dockerfile: string };
  environment?: Record<string, string>;
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

const read = (file: string): string => readFileSync(file, 'utf8');
const text = read('docker-compose.yml');
const compose = parse(text) as { services: Record<'hub' | 'postgres', Service>; volumes: Record<string, null> };
const example = parseEnv(read('.env.example'));
const placeholders = (content: string): string[] =>
  [...content.matchAll(/\$\{(\w+)/g)].flatMap(([, name]) => name ?? []);

describe('docker-compose.yml', () => {
  // No network and no Docker engine at test time: the schema is an excerpt of the specification, kept in fixtures.
  const validate = new Ajv({ allErrors: true, strict: false }).compile(
    JSON.parse(read('test/fixtures/compose.schema.json')) as object,
  );

  test('has the form of a Compose file', () => {
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  test.each([
    ['an unknown key', { services: { hub: { imagee: 'x' } } }],
    ['a duration without a unit', { services: { hub: { healthcheck: { test: ['CMD', 'x'], interval: '10' } } } }],
    ['a dependency without a condition', { services: { hub: { depends_on: { postgres: {} } } } }],
  ])('would not have it with %s', (_name, broken) => expect(validate(broken)).toBe(false));

  test('every variable that it uses is explained in .env.example', () => {
    expect(placeholders(text).filter((name) => !(name in example))).toEqual([]);
  });

  test('no secret stands in it', () => {
    const values = Object.values(compose.services).flatMap(({ environment = {} }) => Object.entries(environment));
    const secrets = values.filter(([name, value]) => /PASSWORD|SECRET|TOKEN|KEY/.test(name) || /:[^/]+@/.test(value));
    expect(secrets.map(([name]) => name)).toEqual(['DATABASE_URL', 'POSTGRES_PASSWORD']);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{POSTGRES_PASSWORD:\?/);
  });

  test('the hub waits for a healthy PostgreSQL 17 whose data outlive it', () => {
    const { hub, postgres } = compose.services;
    expect(hub.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(postgres.image).toBe('postgres:17');
    expect(postgres.healthcheck?.test.join(' ')).toContain('pg_isready');
    expect(postgres.volumes).toEqual(['postgres-data:/var/lib/postgresql/data']);
    expect(hub.healthcheck?.test.join(' ')).toContain('/readyz');
  });

  test('every named volume is declared, every folder and Dockerfile is there', () => {
    const sources = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((each) => each.split(':')[0] ?? ''),
    );
    for (const source of sources) {
      if (source.startsWith('.')) expect(existsSync(source)).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
    expect(existsSync(compose.services.hub.build?.dockerfile ?? '')).toBe(true);
  });
});

describe('.env.example', () => {
  test('names every variable of the hub and of the connectors', () => {
    const profiles = readdirSync('config/connectors').map((file) => read(`config/connectors/${file}`));
    const expected = [...VARIABLES, ...profiles.flatMap(placeholders)];
    expect(expected.filter((name) => !(name in example))).toEqual([]);
  });

  test('is accepted as it stands and holds no secret', () => {
    expect(() => readEnv(example)).not.toThrow();
    const secret = Object.entries(example).filter(([name, value]) => /PASSWORD|SECRET|TOKEN|KEY/.test(name) && value);
    expect(secret).toEqual([]);
  });
});

describe('apps/hub/Dockerfile', () => {
  const lines = read('apps/hub/Dockerfile').replaceAll('\\\n', ' ').split('\n');
  const stages = lines.reduce<string[][]>((all, line) => {
    if (line.startsWith('FROM ')) all.push([line]);
    else all.at(-1)?.push(line);
    return all;
  }, []);
  const last = stages.at(-1) ?? [];

  test('builds in stages on Node 24 slim', () => {
    expect(stages.length).toBeGreaterThan(1);
    for (const [from] of stages) expect(from).toMatch(/^FROM node:24-slim( AS \w+)?$/);
  });

  test('does not run as root', () => {
    expect(last.findLast((line) => line.startsWith('USER '))).toBe('USER node');
    expect(last.findIndex((line) => line.startsWith('CMD'))).toBeGreaterThan(last.indexOf('USER node'));
  });

  test('asks the hub itself whether it is ready', () => {
    expect(last.find((line) => line.startsWith('HEALTHCHECK'))).toMatch(/CMD \["node", .*\/readyz/);
  });

  test('ships packages of production alone', () => {
    const [, from] = /--from=(\w+) \/app\/node_modules/.exec(last.join('\n')) ?? [];
    const source = stages.find(([first]) => first?.endsWith(` AS ${from}`)) ?? [];
    expect(source.find((line) => line.includes('npm ci'))).toContain('--omit=dev');
    expect(last.filter((line) => line.includes('npm '))).toEqual([]);
  });

  test('takes no secret and no local state from the checkout', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const name of ['.env', '.git', '.data', 'node_modules', 'dist']) expect(ignored).toContain(name);
    expect(lines.filter((line) => /^(ENV|ARG) .*(PASSWORD|SECRET|TOKEN|KEY)/.test(line))).toEqual([]);
  });

  test('starts what `npm run hub` starts', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const command = JSON.parse(last.find((line) => line.startsWith('CMD '))?.slice(4) ?? '[]') as string[];
    expect(scripts['hub']).toBe(`exec ${command.join(' ')}`);
  });
});
