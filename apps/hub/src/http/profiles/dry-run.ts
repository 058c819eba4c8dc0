import { CATEGORY, type Complaint, STATUS } from '#complaint';
import type { Received } from '#connector';
import { type DryCase, dryRun, instanceOf, unnamed } from '#sync';
import type { Runtime } from '../../runtime.ts';
import { placeOf } from '../complaints/complaint.queries.ts';
import type { ComplaintView } from '../complaints/complaint.dto.ts';
import { badField, notFound } from '../problems/problem.ts';
import type { DryRunRequest, DryRunShown, TrialCase } from './trial.dto.ts';
import { orFaults } from './faults.ts';

/** What a message would become by a profile that need not be live. */
export async function tryReading(runtime: Runtime, name: string, request: DryRunRequest): Promise<DryRunShown> {
  const { hub, live } = runtime;
  const received = await receivedOf(runtime, name, request);
  const draft = await orFaults(() => live.trial(name, request.text));
  const nothing = { failure: null, problems: [], events: [], cases: [] };
  if (Array.isArray(draft)) return { faults: draft, ...nothing };
  const { cases, ...seen } = await dryRun(hub, live.connect(name, draft), received);
  return { faults: [], ...seen, cases: cases.map(shownCase) };
}

async function receivedOf(runtime: Runtime, name: string, request: DryRunRequest): Promise<Received> {
  const { payload, inbox_id: inboxId, headers = {}, kind = 'webhook' } = request;
  if (inboxId !== undefined) return kept(runtime, name, inboxId);
  if (payload === undefined) throw badField('payload', 'isi payload atau inbox_id');
  const body = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
  const texts = Object.entries(headers).map(([header, value]) => [header.toLowerCase(), value]);
  return { kind, headers: Object.fromEntries(texts) as Received['headers'], body };
}

/** A text may read whatever it wants out of it: there is nobody in it. */
async function kept({ hub, live }: Runtime, name: string, id: string): Promise<Received> {
  const { rows } = await hub.pool.query<Received>(
    'select kind, headers, body from inbox where id = $1 and instance = $2',
    [id, name],
  );
  const row = rows[0];
  if (!row) throw notFound('Pesan itu');
  const ruling = await live.profileVersion(name);
  const received = { ...row, body: hub.sealer.open(row.body) };
  return unnamed(instanceOf(hub, name).connection, received, ruling?.text ?? '');
}

const shownCase = ({ externalId, isNew, complaint, decision }: DryCase): TrialCase => ({
  external_id: externalId,
  is_new: isNew,
  complaint: shownComplaint(complaint),
  decision,
});

/** As the list of complaints shows it; what only a stored one has is empty. */
function shownComplaint(complaint: Complaint): ComplaintView {
  const { marks, location, openedAt, returnedBy: _gaveBack, id: _id, ...rest } = complaint;
  const opened = new Date(openedAt);
  return {
    ...rest,
    ...marks,
    status_label: STATUS[complaint.status].label,
    category_label: complaint.category && CATEGORY[complaint.category],
    location: location && placeOf(location),
    opened_at: opened,
    updated_at: opened,
    links: [],
  };
}
