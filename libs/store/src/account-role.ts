export const ACCOUNT_ROLES = [
  'admin_utama',
  'admin_opd',
  'admin_kecamatan',
  'admin_vertikal',
  'operator_integrasi',
  'auditor',
  'pimpinan',
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];
