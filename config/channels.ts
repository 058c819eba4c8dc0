import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What channels are called, by the word that complaints carry. */
export const readChannels = (folder: string): Map<string, string> =>
  new Map(Object.entries(parse(readFileSync(join(folder, 'channels.yaml'), 'utf8')) as Record<string, string>));
