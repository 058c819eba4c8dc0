/** A desa or kelurahan with its kecamatan: one row of the regency's areas. */
export interface Area {
  kecamatanCode: string;
  kecamatan: string;
  code: string;
  name: string;
  kind: 'desa' | 'kelurahan';
}
