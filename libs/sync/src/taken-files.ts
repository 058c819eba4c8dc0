import { fileTypeFromBuffer } from 'file-type';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const TAKEN = new Set(['image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'application/pdf']);

/** What the bytes are, whatever somebody called them, and whether the hub takes such files. */
export async function typeOfFile(bytes: Buffer): Promise<{ mime: string | undefined; isTaken: boolean }> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  return { mime, isTaken: mime !== undefined && TAKEN.has(mime) };
}
