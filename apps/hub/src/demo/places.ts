import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Place {
  kecamatanCode: string;
  kecamatan: string;
  desa: string;
}

/** The desa and kelurahan of the regency. */
export function readPlaces(configFolder: string): Place[] {
  const lines = readFileSync(join(configFolder, 'areas', 'purbalingga_wilayah.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  return lines.slice(1).map((line) => {
    const [kecamatanCode = '', kecamatan = '', , desa = ''] = line.split(',');
    return { kecamatanCode, kecamatan, desa };
  });
}
