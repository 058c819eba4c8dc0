import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { apply, type ComplaintEvent, type Happened, momentsOf, STATUSES } from '#complaint';
import { saveComplaints } from '#store';
import { workOut } from '../../apps/hub/src/work-out.ts';
import { type Api, startApi } from '../http/api.ts';
import { seedComplaint, seedEvent } from '../http/seed.ts';
import { propertyRuns, propertySeed } from './seed.ts';

jest.setTimeout(300_000);

const seed = propertySeed('recap');
const OPENED = '2025-03-10T02:00:00.000Z';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** Home, whose word counts, and another platform. */
const teller = fc.constantFrom('kota', 'kota', 'desa');
const hour = fc.integer({ min: 0, max: 48 });
const said = fc.oneof(
  fc.record({ type: fc.constant('status_changed'), label: fc.constant('x'), status: fc.constantFrom(...STATUSES) }),
  fc.record({ type: fc.constant('replied'), public: fc.boolean(), question: fc.boolean() }),
  fc.record({ type: fc.constantFrom('followed_up', 'accepted') }),
  fc.record({ type: fc.constantFrom('confirmed', 'reopened'), score: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ type: fc.constant('returned'), label: fc.constant('x') }),
  fc.record(
    {
      type: fc.constant('disposed'),
      facts: fc.constantFrom({}, { opd: 'DPUPR' }, { kewenangan: 'desa' }),
      by: fc.constantFrom('disposition', 'authority', 'triage', 'forward', 'marks'),
    },
    { requiredKeys: ['type', 'facts'] },
  ),
);

test('whatever happens, in whatever order it is told, a recap counts the moments that deadlines are reckoned by', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(hour, teller, said), { maxLength: 12 }), async (told) => {
      let complaint = await seedComplaint(api, { openedAt: OPENED });
      const happened: Happened[] = [];
      for (const [index, [hours, from, body]] of told.entries()) {
        const at = new Date(Date.parse(OPENED) + hours * 3_600_000).toISOString();
        const event = { id: `${complaint.id}:${index}`, externalId: 'K', at, ...body } as ComplaintEvent;
        const { complaint: next, effect } = apply(complaint, event, from, 'kota');
        complaint = { ...complaint, ...next };
        happened.push({ event, effect });
        await saveComplaints(api.pool, [complaint]);
        await seedEvent(api, complaint, event, effect, from);
      }
      await workOut(api.runtime);
      const inOrder = happened.toSorted((a, b) => Date.parse(a.event.at) - Date.parse(b.event.at));
      const moments = momentsOf(OPENED, inOrder, null);
      const seconds = (at: string | null) => at && (Date.parse(at) - Date.parse(OPENED)) / 1_000;
      const isDone = complaint.status === 'resolved' || complaint.status === 'closed';
      const { rows } = await api.pool.query(
        'select first_response_s, forward_s, done_s, is_done from complaint_fact where complaint_id = $1',
        [complaint.id],
      );
      expect(rows).toEqual([
        {
          first_response_s: seconds(moments.responded),
          forward_s: seconds(moments.assigned),
          done_s: isDone ? seconds(moments.resolved) : null,
          is_done: isDone,
        },
      ]);
      const differing = `(select * from complaint_fact except select * from complaint_fact_recount)
        union all (select * from complaint_fact_recount except select * from complaint_fact)`;
      expect((await api.pool.query(differing)).rows).toEqual([]);
    }),
    { seed, numRuns: propertyRuns(25) },
  );
});
