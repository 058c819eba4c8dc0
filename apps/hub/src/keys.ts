import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sealer } from '#store';
import type { Pool } from 'pg';
import type { Env } from '#config/env';

/** As HUB_SECRET_KEY has to have. */
const SHORTEST_KEY = 16;

/** HUB_SECRET_KEY, or one made on the first start and kept in the data folder. */
export function secretKey({ HUB_SECRET_KEY, HUB_DATA_DIR }: Env): string {
  if (HUB_SECRET_KEY) return HUB_SECRET_KEY;
  const file = join(HUB_DATA_DIR, 'secret.key');
  if (!existsSync(file)) makeKey(HUB_DATA_DIR, file);
  const key = readFileSync(file, 'utf8').trim();
  if (key.length >= SHORTEST_KEY) return key;
  throw new KeyError(
    `${file} tidak memuat kunci yang utuh: kembalikan dari salinannya, atau hapus berkas itu bila basis datanya masih kosong`,
  );
}

/** The file appears whole or not at all; of processes that start together one makes it, and all read that one. */
function makeKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
    if (!moveInto(draft, file)) return;
  } finally {
    rmSync(draft, { force: true });
  }
  console.warn(
    `HUB_SECRET_KEY belum diisi: kunci baru disimpan di ${file}. Simpan salinannya; tanpa kunci ini data tersegel hilang.`,
  );
}

/** False where another process was first: a link never takes the place of a file, as a renamed one would. */
function moveInto(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // A file system without links.
    renameSync(draft, file);
  }
  return true;
}

/** Fails closed where the database was sealed under another key: nothing in it could be read. */
export async function checkSecretKey(pool: Pool, sealer: Sealer): Promise<void> {
  const stored = await setting(pool, 'secret_key_check', sealer.hash('simpul-aduan').toString('hex'));
  if (stored === sealer.hash('simpul-aduan').toString('hex')) return;
  throw new KeyError(
    'HUB_SECRET_KEY bukan kunci yang menyegel basis data ini: pasang kunci semula, atau pakai basis data yang kosong',
  );
}

/** The hash that a caller's key must have. A key made here is shown once and kept only as its hash. */
export async function ensureApiKey(pool: Pool, sealer: Sealer, { HUB_API_KEY }: Env): Promise<Buffer> {
  if (HUB_API_KEY) return sealer.hash(HUB_API_KEY);
  const made = randomBytes(24).toString('base64url');
  const hash = sealer.hash(made);
  const stored = Buffer.from(await setting(pool, 'api_key_hash', hash.toString('hex')), 'hex');
  if (stored.length === hash.length && timingSafeEqual(stored, hash)) {
    console.log(`Kunci API dibuat, simpan sekarang karena hanya tampil sekali: ${made}`);
  }
  return stored;
}

/** The stored value; `otherwise` is stored, and answered, where there is none. */
async function setting(pool: Pool, key: string, otherwise: string): Promise<string> {
  await pool.query('insert into setting (key, value) values ($1, $2) on conflict do nothing', [key, otherwise]);
  const { rows } = await pool.query<{ value: string }>('select value from setting where key = $1', [key]);
  return rows[0]?.value ?? otherwise;
}

/** A fault of configuration that no waiting mends. */
class KeyError extends Error {
  override readonly name = 'KeyError';
}
