import type { AccountRole } from '#store';

/** What an auditor reads, and whoever operates the connections. */
const READING = [
  'instances.read',
  'profiles.read',
  'routing.read',
  'parked.read',
  'alerts.read',
  'reconciliations.read',
  'audit.read',
  'audit.export',
] as const;

const OPERATING = [
  ...READING,
  'instances.test',
  'instances.pause',
  'instances.create',
  'profiles.try',
  'profiles.save',
  'secrets.save',
  'routing.save',
  'parked.retry',
  'parked.skip',
  'alerts.manage',
  'reconciliations.run',
  'drift.dismiss',
] as const;

/** What an address may ask for. A route without one is open to nobody but the holder of HUB_API_KEY. */
export const ALL_PERMISSIONS = [
  'complaints.read',
  'complaints.identity',
  'complaints.phone',
  'complaints.answer',
  'complaints.decide',
  'complaints.reporter_code',
  'conversations.read',
  'triage.decide',
  ...OPERATING,
  'figures.read',
  'recap.read',
  'reports.read',
  'users.manage',
  'keys.manage',
  'account.own',
] as const;
export type Permission = (typeof ALL_PERMISSIONS)[number];

/** For persons alone: no key could answer for it. */
export const PERSONAL: ReadonlySet<Permission> = new Set<Permission>(['account.own', 'complaints.identity']);

/** What a machine's key may be given. Persons and keys are made by persons. */
export const SCOPES = ALL_PERMISSIONS.filter(
  (each) => !PERSONAL.has(each) && each !== 'users.manage' && each !== 'keys.manage',
);

/** Who may do what. That an office sees its own complaints alone is said by its scope (scope.ts). */
export const PERMISSIONS: Readonly<Record<AccountRole, readonly Permission[]>> = {
  admin_utama: ALL_PERMISSIONS,
  admin_opd: [
    'account.own',
    'complaints.read',
    'complaints.identity',
    'complaints.phone',
    'complaints.answer',
    'recap.read',
  ],
  admin_kecamatan: ['account.own', 'complaints.read', 'complaints.answer', 'recap.read'],
  admin_vertikal: ['account.own', 'complaints.read', 'complaints.answer'],
  operator_integrasi: ['account.own', 'figures.read', 'complaints.read', ...OPERATING],
  auditor: ['account.own', 'figures.read', 'recap.read', 'reports.read', 'complaints.read', ...READING],
  pimpinan: ['account.own', 'figures.read', 'recap.read', 'reports.read'],
};
