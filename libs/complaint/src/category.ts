/** What a complaint is about, with the label that people read. A platform's own subjects map to these in its profile. */
export const CATEGORY = {
  road: 'Jalan',
  bridge: 'Jembatan',
  drainage: 'Drainase',
  retaining_wall: 'Talud',
  street_light: 'Penerangan jalan umum',
  social_aid: 'Bantuan sosial',
  pkh: 'PKH',
  education: 'Pendidikan',
  health_insurance: 'BPJS Kesehatan',
  health: 'Kesehatan',
  employment: 'Ketenagakerjaan',
  housing: 'Perumahan dan permukiman',
  public_order: 'Ketertiban umum',
  environment: 'Lingkungan dan sampah',
  village: 'Pemerintahan desa',
  civil_registry: 'Administrasi kependudukan',
  transport: 'Perhubungan',
  vehicle_tax: 'Samsat dan pajak kendaraan',
  other: 'Lainnya',
} as const;

export type Category = keyof typeof CATEGORY;
export const CATEGORIES = Object.keys(CATEGORY) as Category[];
