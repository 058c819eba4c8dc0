import { readEnv } from '#config/env';
import { settingsFrom } from './settings.ts';
import { startSimulators } from './simulators.ts';

try {
  const settings = settingsFrom(readEnv().variables);
  const { urls, pageUrl, close } = await startSimulators(settings);
  console.log('SIMULATOR, bukan antarmuka resmi platform mana pun');
  console.log(`  halaman            ${pageUrl}`);
  for (const [name, url] of Object.entries(urls)) console.log(`  ${name.padEnd(18)} ${url}`);
  console.log(`  webhook dikirim ke ${settings.hubUrl}/webhooks/<nama>`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
} catch (error) {
  // A port that is taken or a variable that is wrong: the sentence helps, the stack does not.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
