import { addVersion, latestVersion, touchConfiguration, transaction } from '#store';
import type { Log } from '#sync';
import type { Pool } from 'pg';

/**
 * Keeps what a file of the configuration folder says now as a version, unless a saved one stands above it.
 *
 * That a file changed under a saved version is said in the log: nobody is overruled silently.
 */
export async function recordFile(pool: Pool, log: Log, subject: string, text: string): Promise<void> {
  const latest = await latestVersion(pool, subject);
  if (latest?.source === 'file' && latest.text === text) return;
  if (latest && latest.source !== 'file') {
    const known = await latestVersion(pool, subject, 'file');
    if (known?.text === text) return;
    log.warn({ subject, version: latest.version, 'saved.by': latest.savedBy }, 'configuration.file_superseded');
    return;
  }
  await transaction(pool, async (tx) => {
    await touchConfiguration(tx, subject);
    // Another process that started meanwhile may have been first.
    if ((await latestVersion(tx, subject))?.text === text) return;
    const why = latest ? 'berkas berubah' : 'dibaca dari berkas';
    await addVersion(tx, subject, { text, source: 'file', savedBy: 'hub', why });
  });
}
