import { EnvError, parseDuration, readEnv } from '../config/env.ts';

const HOUR_MS = 3_600_000;

test.each([
  ['250ms', 250],
  ['30s', 30_000],
  ['2m', 120_000],
  ['1.5h', 5_400_000],
  ['1d', 86_400_000],
  [' 5s ', 5_000],
])('%s is %d milliseconds', (text, expected) => expect(parseDuration(text)).toBe(expected));

test.each(['30', '', '-5s', '5 weeks', 's'])('"%s" is no duration', (text) =>
  expect(() => parseDuration(text)).toThrow('misalnya 30s'),
);

test('without any variable the hub listens on port 3000 in both roles, with the embedded database', () => {
  const env = readEnv({});
  expect(env).toMatchObject({ PORT: 3000, HUB_ROLES: ['web', 'worker'], HUB_DATA_DIR: '.data', LOG_LEVEL: 'info' });
  expect(env.DATABASE_URL).toBeUndefined();
  expect(env.POLL_EVERY).toBeUndefined();
});

test('a delivery is tried twelve times over at least 76 hours', () => {
  const { RETRY_SCHEDULE } = readEnv({});
  expect(RETRY_SCHEDULE).toHaveLength(12);
  expect(RETRY_SCHEDULE.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(76 * HOUR_MS);
});

test('what is set is read in its own type', () => {
  const source = { PORT: '8080', HUB_ROLES: 'worker', POLL_EVERY: '2s', RETRY_SCHEDULE: '1s, 2m' };
  expect(readEnv(source)).toMatchObject({
    PORT: 8080,
    HUB_ROLES: ['worker'],
    POLL_EVERY: 2_000,
    RETRY_SCHEDULE: [1_000, 120_000],
  });
});

test.each([
  ['DATABASE_URL', 'postgres://hub:sandi%23ku@db:5432/hub?sslmode=require'],
  ['DATABASE_URL', 'postgresql://hub@/hub?host=/var/run/postgresql'],
  ['HUB_TRUSTED_PROXIES', 'loopback,10.0.0.0/8,2001:db8::/32,192.0.2.7'],
])('%s may be %s', (name, value) => expect(faultsOf({ [name]: value })).toBe(''));

test('an empty variable is one that is not set', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ PORT: 3000 });
});

test('a command may have defaults of its own, which a variable overrides', () => {
  expect(readEnv({}, { HOST: '127.0.0.1' }).HOST).toBe('127.0.0.1');
  expect(readEnv({ HOST: '0.0.0.0' }, { HOST: '127.0.0.1' }).HOST).toBe('0.0.0.0');
});

const faultsOf = (source: NodeJS.ProcessEnv): string => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return '';
};

test.each([
  ['DATABASE_URL', 'mysql://x/y'],
  ['DATABASE_URL', 'postgres://host-saja'],
  ['DATABASE_URL', 'postgres://hub:sandi#ku@db/hub'],
  ['PORT', 'tiga'],
  ['PORT', '70000'],
  ['HOST', 'di sini'],
  ['HUB_ROLES', 'web,admin'],
  ['HUB_API_KEY', 'pendek'],
  ['HUB_SECRET_KEY', 'juga-pendek'],
  ['HUB_PUBLIC_URL', 'aduan.example.go.id'],
  ['HUB_TRUSTED_PROXIES', 'loopback,10.0.0'],
  ['HUB_TRUSTED_PROXIES', '10.0.0.0/33'],
  ['POLL_EVERY', '30'],
  ['RETRY_SCHEDULE', '5s,lama'],
  ['RETRY_SCHEDULE', '5s,,1m'],
  ['HUB_ALERT_SECRET', 'whsec_pendek'],
  ['HUB_ALERT_WAITING_AFTER', 'lama'],
  ['HUB_ALERT_EVERY', '5'],
  ['LOG_LEVEL', 'ramai'],
])('%s refuses %s, says why and gives an example', (name, value) => {
  const message = faultsOf({ [name]: value });
  expect(message).toMatch(new RegExp(`^  ${name}: .+ \\(contoh: .+\\)$`, 'm'));
  expect(message.split('\n')).toHaveLength(2);
});

test('alerts are not sent anywhere without a secret to sign them', () => {
  expect(faultsOf({ HUB_ALERT_URL: 'https://jaga.example.go.id/simpul' })).toContain('  HUB_ALERT_SECRET: wajib');
  expect(readEnv({}).HUB_ALERT_WAITING_AFTER).toBe(300_000);
});

test('everything that is wrong is named at once, and no value is repeated', () => {
  const message = faultsOf({ PORT: 'tiga', HUB_SECRET_KEY: 'rahasia-kita', POLL_EVERY: 'sering' });
  for (const name of ['PORT', 'HUB_SECRET_KEY', 'POLL_EVERY']) expect(message).toContain(`  ${name}: `);
  expect(message).not.toContain('rahasia-kita');
});

test('the connectors find their own variables', () => {
  expect(readEnv({ LAPORGUB_BASE_URL: 'http://x' }).variables.LAPORGUB_BASE_URL).toBe('http://x');
});
