import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { channelVariables } from '#connectors/simulators';
import { type Env, readEnv } from '#config/env';
import { settingsFrom } from '../../../simulator/src/settings.ts';
import { addressOf } from '../start.ts';
import { type Wanted, PortError } from './ports.ts';

/** Only this machine is served, and what has no webhook is asked often. */
const DEFAULTS = { HOST: '127.0.0.1', POLL_EVERY: '2s', INTAKE_QUIET: '1s', INTAKE_ANSWER_WITHIN: '4s' };

/** What the simulators know by default; their addresses take the place of any true platform's. */
const CREDENTIALS = {
  LAPOR_MASBUP_TOKEN: 'token-simulator',
  LAPOR_MASBUP_WEBHOOK_SECRET: `whsec_${Buffer.from('rahasia-simulator-lapor-masbup').toString('base64')}`,
  LAPORGUB_CLIENT_ID: 'simpul-aduan',
  LAPORGUB_CLIENT_SECRET: 'rahasia-simulator',
  LAPORGUB_WEBHOOK_SECRET: 'rahasia-webhook-laporgub',
  SMARTDPU_API_KEY: 'kunci-simulator',
  // The budget is spread over windows of five seconds: a busy moment of the short day needs more than a minute's share.
  LAPORGUB_RATE_PER_MINUTE: '240',
  SMARTDPU_RATE_PER_MINUTE: '180',
  // Asked every two seconds instead of every minute, they would have nothing left to be answered with.
  INSTAGRAM_RATE_PER_MINUTE: '1200',
  FACEBOOK_RATE_PER_MINUTE: '1200',
  TIKTOK_RATE_PER_MINUTE: '1200',
};

export interface Settings {
  given: Env;
  /** Everything of the demonstration lies below it. */
  folder: string;
  apiKey: string;
  hubUrl: string;
  ports: Record<string, number>;
  wanted: Wanted[];
}

export function readSettings(): Settings {
  const given = readEnv(undefined, DEFAULTS);
  const ports = simulatorPorts(given);
  return {
    given,
    folder: join(given.HUB_DATA_DIR, 'demo'),
    apiKey: given.HUB_API_KEY ?? randomBytes(12).toString('base64url'),
    hubUrl: addressOf(given.HOST, given.PORT),
    ports,
    wanted: [
      { variable: 'PORT', port: given.PORT, host: given.HOST },
      ...Object.entries(ports).map(([name, port]) => ({ variable: variableOf(name), port, host: '127.0.0.1' })),
    ],
  };
}

/** The hub's variables once the database and the simulators stand. Invented complaints go nowhere else. */
export function hubEnv({ given, folder, apiKey }: Settings, databaseUrl: string, urls: Record<string, string>): Env {
  const variables = {
    ...given.variables,
    ...CREDENTIALS,
    ...channelVariables(urls),
    LAPOR_MASBUP_BASE_URL: urls['lapor-masbup'],
    LAPORGUB_BASE_URL: urls['laporgub'],
    SMARTDPU_BASE_URL: urls['smartdpu'],
    DATABASE_URL: databaseUrl,
    HUB_DATA_DIR: folder,
    HUB_ROLES: 'web,worker',
    HUB_API_KEY: apiKey,
    HUB_SECRET_KEY: given.HUB_SECRET_KEY ?? randomBytes(32).toString('hex'),
  };
  return readEnv(variables, DEFAULTS);
}

function simulatorPorts({ variables }: Env): Record<string, number> {
  try {
    return settingsFrom(variables).ports;
  } catch (error) {
    throw new PortError(error instanceof Error ? error.message : String(error));
  }
}

const variableOf = (name: string): string =>
  name === 'page' ? 'SIMULATOR_PORT' : `SIMULATOR_${name.toUpperCase().replaceAll('-', '_')}_PORT`;
