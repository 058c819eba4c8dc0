import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area } from '#text';

/** The desa and kelurahan of the regency. */
export function readAreas(folder: string): Area[] {
  const lines = readFileSync(join(folder, 'areas', 'purbalingga_wilayah.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  return lines.slice(1).map((line) => {
    const [kecamatanCode = '', kecamatan = '', code = '', name = '', kind = ''] = line.split(',');
    return { kecamatanCode, kecamatan, code, name, kind: kind === 'kelurahan' ? 'kelurahan' : 'desa' };
  });
}
