import type { Road } from '#complaint';
import type { Rules } from './rules.ts';

/** A desa or kelurahan with its kecamatan: one row of the regency's areas. */
export interface Area {
  kecamatanCode: string;
  kecamatan: string;
  code: string;
  name: string;
  kind: 'desa' | 'kelurahan';
}

export interface Sources {
  areas: readonly Area[];
  roads: readonly Road[];
  rules: Rules;
}

/** Everything that {@link understand} needs, prepared once. */
export interface Knowledge {
  sources: Sources;
}

export function learn(sources: Sources): Knowledge {
  return { sources };
}
