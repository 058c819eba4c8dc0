import { audit, transaction } from '#store';
import { type Hub, reporterCode } from '#sync';
import { notFound } from '../problems/problem.ts';
import type { ReporterAccess } from './complaint.dto.ts';
import { checked } from './complaint.queries.ts';

/** What only the reporter may be told; that somebody looked stands in the audit. */
export async function reporterAccess(
  { pool, sealer, publicUrl }: Hub,
  number: string,
  actor: string,
  traceId: string,
): Promise<ReporterAccess> {
  return transaction(pool, async (tx) => {
    const { rows } = await tx.query<{ id: string; token: string }>(
      'select id, token from complaint where number = $1',
      [checked(number)],
    );
    const row = rows[0];
    if (!row) throw notFound('Aduan dengan nomor itu');
    const complaintId = row.id;
    await audit(tx, [{ hop: 'person', actor, complaintId, outcome: 'reporter_code_shown', traceId }]);
    return { number, code: reporterCode(sealer, complaintId), tracking_url: `${publicUrl}/lacak/${row.token}` };
  });
}
