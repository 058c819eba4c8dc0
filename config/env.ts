import 'reflect-metadata';
import { isIP } from 'node:net';
import { plainToInstance, Transform, type TransformFnParams } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsIP,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { type DailyTimes, parseDaily } from './daily.ts';
import { isDuration, parseDuration } from './duration.ts';

export { parseDuration } from './duration.ts';

const ROLES = ['web', 'worker'] as const;
export type Role = (typeof ROLES)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** 12 tries over 77 hours and a half: a platform may be away from Friday evening until Monday night. */
const RETRY_SCHEDULE = '5s,30s,2m,10m,30m,1h,2h,4h,8h,12h,24h,26h';

/** What a person reads next to a wrong value. */
const EXAMPLES: Record<string, string> = {
  DATABASE_URL: 'postgres://hub:rahasia@127.0.0.1:5432/hub',
  PORT: '3000',
  HOST: '0.0.0.0',
  HUB_ROLES: 'web,worker',
  HUB_API_KEY: 'hasil dari: openssl rand -hex 32',
  HUB_SECRET_KEY: 'hasil dari: openssl rand -hex 32',
  HUB_PUBLIC_URL: 'https://aduan.example.go.id',
  HUB_ADMIN_EMAIL: 'admin@aduan.example.go.id',
  HUB_SESSION_IDLE: '8h',
  HUB_SESSION_LONGEST: '7d',
  HUB_TRUSTED_PROXIES: 'loopback',
  HUB_OIDC_ISSUER: 'https://masuk.example.go.id/realms/purbalingga',
  HUB_OIDC_CLIENT_ID: 'simpul-aduan',
  HUB_OIDC_CLIENT_SECRET: 'sebagaimana diberikan penyedia OIDC',
  POLL_EVERY: '30s',
  RETRY_SCHEDULE,
  RECONCILE_AT: '02:00',
  INTAKE_QUIET: '75s',
  INTAKE_ANSWER_WITHIN: '30m',
  HUB_ALERT_URL: 'https://jaga.example.go.id/simpul',
  HUB_ALERT_SECRET: 'whsec_ diikuti hasil dari: openssl rand -base64 32',
  SMTP_URL: 'smtp://nama:sandi@surel.example.go.id:587',
  SMTP_FROM: 'Simpul Aduan <aduan@example.go.id>',
  HUB_ALERT_WAITING_AFTER: '5m',
  HUB_ALERT_EVERY: '5s',
  LOG_LEVEL: 'info',
  HUB_CONFIG_DIR: './config',
  HUB_DATA_DIR: '.data',
};

/** Every variable of the hub itself, in the order in which they are explained. */
export const VARIABLES = Object.keys(EXAMPLES);

const split = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' ? value.split(',').map((each) => each.trim()) : value;
const toNumber = ({ value }: TransformFnParams): unknown => (/^\d+$/.test(String(value)) ? Number(value) : value);
const daily = (value: unknown): unknown => (typeof value === 'string' ? (parseDaily(value) ?? value) : value);
const milliseconds = (value: unknown): unknown => (isDuration(value) ? parseDuration(value) : value);
const Durations = (each: boolean, message: string) =>
  ValidateBy(
    { name: 'isDuration', validator: { validate: (value) => typeof value === 'number' && value > 0 } },
    { each, message },
  );

/** What the driver can take apart; a password with such signs as `#` in it ends the address before its host. */
function isDatabase(value: unknown): boolean {
  if (typeof value !== 'string' || !/^postgres(ql)?:\/\/[^\s/]+\/\S+/.test(value)) return false;
  // Without a host, as for a socket that a parameter names, it is the driver that puts one in.
  return URL.canParse(value.replace('@/', '@localhost/'));
}

function isProxy(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (/^(loopback|linklocal|uniquelocal)$/.test(value)) return true;
  const [address = '', bits, ...more] = value.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** The hub's variables, as read: durations are in milliseconds. */
export class Env {
  /** Embedded PostgreSQL below HUB_DATA_DIR where it is not set. */
  @IsOptional()
  @ValidateBy(
    { name: 'isDatabase', validator: { validate: isDatabase } },
    {
      message:
        'harus berupa alamat PostgreSQL lengkap dengan nama basis data; tanda # / ? % dalam kata sandi ditulis %23 %2F %3F %25',
    },
  )
  DATABASE_URL?: string;

  @Transform(toNumber)
  @IsInt({ message: 'harus berupa bilangan bulat' })
  @Min(1, { message: 'paling kecil 1' })
  @Max(65535, { message: 'paling besar 65535' })
  PORT = 3000;

  /** Every address, as a service behind a proxy needs; `npm start` passes its own default, the loopback address. */
  @IsIP(undefined, { message: 'harus berupa alamat IP' })
  HOST = '0.0.0.0';

  @Transform(split)
  @IsIn(ROLES, { each: true, message: 'hanya mengenal web dan worker' })
  HUB_ROLES: Role[] = [...ROLES];

  /** Generated and shown once on the first start where it is not set. */
  @IsOptional()
  @MinLength(8, { message: 'terlalu pendek; paling sedikit 8 huruf' })
  HUB_API_KEY?: string;

  /** Seals what must not lie open in the database. Generated into HUB_DATA_DIR where it is not set. */
  @IsOptional()
  @MinLength(16, { message: 'terlalu pendek; paling sedikit 16 huruf' })
  HUB_SECRET_KEY?: string;

  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
    { message: 'harus berupa alamat http(s) lengkap' },
  )
  HUB_PUBLIC_URL?: string;

  /** The account that the link of the first start is for. */
  @IsEmail({ require_tld: false }, { message: 'harus berupa alamat surel' })
  HUB_ADMIN_EMAIL = 'admin@localhost';

  /** A log-in ends when it was not used for so long, and at the latest after so long. */
  @Transform(({ value }) => milliseconds(value))
  @Durations(false, 'harus berupa durasi dengan satuan ms, s, m, h atau d')
  HUB_SESSION_IDLE: number = parseDuration('8h');

  @Transform(({ value }) => milliseconds(value))
  @Durations(false, 'harus berupa durasi dengan satuan ms, s, m, h atau d')
  HUB_SESSION_LONGEST: number = parseDuration('7d');

  /** Whose word on the caller's address counts (X-Forwarded-For): of others anybody could claim any address. */
  @Transform(split)
  @ValidateBy(
    { name: 'isProxy', validator: { validate: isProxy } },
    {
      each: true,
      message: 'hanya mengenal loopback, linklocal, uniquelocal, alamat IP dan jaringan seperti 10.0.0.0/8',
    },
  )
  HUB_TRUSTED_PROXIES: string[] = ['loopback'];

  /** Where persons may prove who they are instead of with a password; http is for this machine alone. */
  @IsOptional()
  @Matches(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])\S+$/, {
    message: 'harus berupa alamat https lengkap',
  })
  HUB_OIDC_ISSUER?: string;

  @ValidateIf(({ HUB_OIDC_ISSUER, HUB_OIDC_CLIENT_ID }: Env) => (HUB_OIDC_ISSUER ?? HUB_OIDC_CLIENT_ID) !== undefined)
  @MinLength(1, { message: 'wajib bila HUB_OIDC_ISSUER diisi' })
  HUB_OIDC_CLIENT_ID?: string;

  @ValidateIf(
    ({ HUB_OIDC_ISSUER, HUB_OIDC_CLIENT_SECRET }: Env) => (HUB_OIDC_ISSUER ?? HUB_OIDC_CLIENT_SECRET) !== undefined,
  )
  @MinLength(1, { message: 'wajib bila HUB_OIDC_ISSUER diisi' })
  HUB_OIDC_CLIENT_SECRET?: string;

  /** Overrides the interval of every instance's profile. */
  @ValidateIf((_env, value) => value !== undefined)
  @Transform(({ value }) => milliseconds(value))
  @Durations(false, 'harus berupa durasi dengan satuan ms, s, m, h atau d')
  POLL_EVERY?: number;

  @Transform((params) => [split(params)].flat().map(milliseconds))
  @Durations(true, 'harus berupa durasi yang dipisahkan koma, dengan satuan ms, s, m, h atau d')
  RETRY_SCHEDULE: number[] = RETRY_SCHEDULE.split(',').map(parseDuration);

  /** Where alerts go, as Standard Webhooks; nowhere but the log and the metrics where it is not set. */
  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
    { message: 'harus berupa alamat http(s) lengkap' },
  )
  HUB_ALERT_URL?: string;

  @ValidateIf(({ HUB_ALERT_URL, HUB_ALERT_SECRET }: Env) => (HUB_ALERT_URL ?? HUB_ALERT_SECRET) !== undefined)
  @Matches(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, {
    message: 'wajib bila HUB_ALERT_URL diisi: whsec_ diikuti base64 dari 24 sampai 64 bita',
  })
  HUB_ALERT_SECRET?: string;

  /** The server that takes the hub's e-mail; without it no alert can be sent by e-mail. */
  @IsOptional()
  @Matches(/^smtps?:\/\/[^\s/]+/, { message: 'harus berupa alamat smtp:// atau smtps://' })
  SMTP_URL?: string;

  @ValidateIf(({ SMTP_URL, SMTP_FROM }: Env) => (SMTP_URL ?? SMTP_FROM) !== undefined)
  @Matches(/^[^\r\n]*@[^\r\n]+$/, { message: 'wajib bila SMTP_URL diisi: alamat surel pengirim' })
  SMTP_FROM?: string;

  /** Work that waits for longer raises an alert. */
  @Transform(({ value }) => milliseconds(value))
  @Durations(false, 'harus berupa durasi dengan satuan ms, s, m, h atau d')
  HUB_ALERT_WAITING_AFTER: number = parseDuration('5m');

  /** A breaker stays open for 10 s at least: looked at twice as often, none is overlooked. */
  @Transform(({ value }) => milliseconds(value))
  @Durations(false, 'harus berupa durasi dengan satuan ms, s, m, h atau d')
  HUB_ALERT_EVERY: number = parseDuration('5s');

  /** When both sides are compared, in WIB; a time that was missed is made up for. */
  @Transform(({ value }) => daily(value))
  @ValidateBy(
    { name: 'isDaily', validator: { validate: Array.isArray } },
    { message: 'harus berupa jam WIB seperti 02:00, dipisahkan koma, atau off' },
  )
  RECONCILE_AT: DailyTimes = parseDaily('02:00') ?? [];

  /** Who has been silent on a channel for so long has said it all; between 60 and 90 seconds suit most people. */
  @Transform(({ value }) => milliseconds(value))
  @Durations(false, 'harus berupa durasi dengan satuan ms, s, m, h atau d')
  INTAKE_QUIET: number = parseDuration('75s');

  /** For how long an answer to our question is waited for; then the complaint is taken as it is. */
  @Transform(({ value }) => milliseconds(value))
  @Durations(false, 'harus berupa durasi dengan satuan ms, s, m, h atau d')
  INTAKE_ANSWER_WITHIN: number = parseDuration('30m');

  @IsIn(LOG_LEVELS, { message: `hanya mengenal ${LOG_LEVELS.join(', ')}` })
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  HUB_CONFIG_DIR = './config';

  HUB_DATA_DIR = '.data';

  /** Every variable, for `${VAR}` in the connectors' YAML. */
  variables: Readonly<Record<string, string | undefined>> = {};
}

/** The only reader of `process.env`. Fails at start, naming every variable that is wrong. */
export function readEnv(
  source: NodeJS.ProcessEnv = process.env,
  defaults: Partial<Record<keyof typeof EXAMPLES, string>> = {},
): Readonly<Env> {
  // An empty variable, as `NAME=` in an env file, is one that is not set.
  const set = Object.entries({ ...defaults, ...withoutEmpty(source) }).filter(([name]) => name in EXAMPLES);
  const env = plainToInstance(Env, Object.fromEntries(set), { exposeUnsetFields: false });
  const faults = validateSync(env, { stopAtFirstError: true });
  if (faults.length > 0) {
    const lines = faults.map(
      ({ property, constraints = {} }) =>
        `  ${property}: ${Object.values(constraints).join('; ')} (contoh: ${EXAMPLES[property] ?? ''})`,
    );
    throw new EnvError(`Variabel lingkungan yang keliru:\n${lines.join('\n')}`);
  }
  return Object.freeze(Object.assign(env, { variables: Object.freeze({ ...source }) }));
}

/** Its message holds no value: a mistyped secret must not end in a log. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

const withoutEmpty = (source: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
