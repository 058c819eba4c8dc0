import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './build.ts';
import { HOME, type PlatformName, PROVINCE, WORKS } from './diary.ts';

export const API_KEY = 'kunci-uji-gangguan';
export const HOME_SECRET = Buffer.from('rahasia-simulator-lapor-masbup');
export const PROVINCE_SECRET = 'rahasia-webhook-laporgub';

/** The shipped schedule in small: twelve tries, soon. */
const RETRIES = '200ms,400ms,800ms,800ms,800ms,800ms,800ms,800ms,800ms,800ms,800ms,800ms';

export function hubEnv(databaseUrl: string, publicUrl: string, urls: Record<PlatformName, string>, folder: string) {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    HUB_API_KEY: API_KEY,
    HUB_SECRET_KEY: 'kunci-rahasia-uji-gangguan',
    HUB_PUBLIC_URL: publicUrl,
    HUB_DATA_DIR: path.join(folder, 'data'),
    HUB_CONFIG_DIR: path.join(folder, 'config'),
    POLL_EVERY: '300ms',
    RETRY_SCHEDULE: RETRIES,
    LOG_LEVEL: 'warn',
    LAPOR_MASBUP_BASE_URL: urls[HOME],
    LAPOR_MASBUP_TOKEN: 'token-simulator',
    LAPOR_MASBUP_WEBHOOK_SECRET: `whsec_${HOME_SECRET.toString('base64')}`,
    LAPOR_MASBUP_RATE_PER_MINUTE: '1000000',
    LAPORGUB_BASE_URL: urls[PROVINCE],
    LAPORGUB_CLIENT_ID: 'simpul-aduan',
    LAPORGUB_CLIENT_SECRET: 'rahasia-simulator',
    LAPORGUB_WEBHOOK_SECRET: PROVINCE_SECRET,
    LAPORGUB_RATE_PER_MINUTE: '1000000',
    SMARTDPU_BASE_URL: urls[WORKS],
    SMARTDPU_API_KEY: 'kunci-simulator',
    SMARTDPU_RATE_PER_MINUTE: '1000000',
  };
}

/** The shipped configuration with shorter time-outs, so that a test need not wait for the true ones. */
export function copyConfig(folder: string, timeout: string): string {
  const copy = path.join(folder, 'config');
  cpSync(path.join(ROOT, 'config'), copy, { recursive: true });
  for (const file of globSync('connectors/*.yaml', { cwd: copy })) {
    edit(path.join(copy, file), (text) => text.replace(/^timeout: \S+$/m, `timeout: ${timeout}`));
  }
  return copy;
}

/** The platforms' own files lie at these hosts, beside the lines that break. */
export function takeFilesFrom(copy: string, hosts: readonly string[]): void {
  const named = `hosts: [${hosts.map((host) => `"${host}"`).join(', ')}]`;
  edit(path.join(copy, 'connectors/lapor-masbup.yaml'), (text) => text.replace('hosts: []', named));
  edit(path.join(copy, 'connectors/laporgub.yaml'), (text) => `${text}\nattachments: { ${named} }\n`);
}

export function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
