import type { Account } from '#store';
import { PERMISSIONS } from '../access/permissions.ts';
import type { SessionView } from './session.dto.ts';

/** A person as the console draws itself for. */
export function sessionView({ id, email, name, role, opd, kecamatan }: Account, csrf: string): SessionView {
  const office = { ...(opd !== null && { opd }), ...(kecamatan !== null && { kecamatan }) };
  return { user: { id, email, name, role, ...office, permissions: [...PERMISSIONS[role]] }, csrf };
}
