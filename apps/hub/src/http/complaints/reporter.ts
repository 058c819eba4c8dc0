import type { Reporter } from '#complaint';
import { audit, type Sealer } from '#store';
import type { Pool } from 'pg';
import { type Caller, may } from '../access/caller.ts';
import { notFound, ProblemError } from '../problems/problem.ts';
import { checked } from './complaint.queries.ts';
import { mayLearn } from './may-learn.ts';
import type { ReporterView } from './reporter.dto.ts';

const SHOWN_DIGITS = 4;

interface Row {
  id: string;
  anonim: boolean;
  reporter: Buffer | null;
}

/** So much of the reporter that two can be told apart; `null` for callers who may not see the rest either. */
export async function maskedReporter(
  pool: Pool,
  sealer: Sealer,
  number: string,
  caller: Caller,
): Promise<ReporterView | null> {
  if (!may(caller, 'complaints.identity')) return null;
  const { rows } = await select(pool, number);
  const [row] = rows;
  if (!row?.reporter || !mayLearn(caller, row.anonim)) return null;
  const { name, phone, email, account } = sealer.openJson(row.reporter) as Reporter;
  return {
    // A number for a name, or beside one, is whoever can be called by it: of a word only its first letter is shown.
    name: name?.replaceAll(/(\p{L}?)\S+/gu, '$1***') ?? null,
    phone: phone === undefined ? null : `****${phone.slice(-SHOWN_DIGITS)}`,
    email: email?.replace(/(?<=^.)(.*(?=@)|.*)/, '***') ?? null,
    account: account === undefined ? null : `${account.slice(0, 1)}***`,
  };
}

/** Who complained. That it was shown, to whom and why, is in the audit before it is in the answer. */
export async function unmaskedReporter(
  pool: Pool,
  sealer: Sealer,
  { number, reason }: { number: string; reason: string },
  { caller, traceId }: { caller: Caller; traceId: string },
): Promise<ReporterView> {
  const { actor } = caller;
  const { rows } = await select(pool, number);
  const [row] = rows;
  if (!row) throw notFound('Aduan dengan nomor itu');
  const act = { hop: 'person', actor, complaintId: row.id, detail: reason, traceId } as const;
  if (!mayLearn(caller, row.anonim)) {
    await audit(pool, [{ ...act, outcome: 'denied', detail: `Identitas pelapor anonim diminta: ${reason}` }]);
    throw new ProblemError(403, { detail: 'Pelapor meminta anonim: hanya admin utama yang dapat membukanya.' });
  }
  if (!row.reporter) throw notFound('Identitas pelapor aduan itu');
  const { name, phone, email, account } = sealer.openJson(row.reporter) as Reporter;
  await audit(pool, [{ ...act, outcome: 'identity_shown' }]);
  return { name: name ?? null, phone: phone ?? null, email: email ?? null, account: account ?? null };
}

const select = (pool: Pool, number: string) =>
  pool.query<Row>('select id, anonim, reporter from complaint where number = $1', [checked(number)]);
