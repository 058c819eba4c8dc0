import { STATUSES, type Marks } from '#complaint';
import type { Outgoing } from '../../contract.ts';
import { secretsOf } from '../../profile/decorators.ts';
import { Labels } from '../../reading/labels.ts';
import { labelKey } from '../../reading/text.ts';
import type { Suite } from './index.ts';
import {
  complaint,
  file,
  followedUp,
  opened,
  OTHERS,
  REPORTER,
  replied,
  SECRET_WORDS,
  statusChanged,
} from './samples.ts';
import { aCase, need, type Stage, target } from './stage.ts';

const MARKS: (keyof Marks)[] = ['anonim', 'rahasia'];

export function saying({ options, settings, can, stage, check }: Suite): void {
  const { push } = can;
  const labels = new Labels(settings);

  describe('tells the platform', () => {
    check(push.opened, 'a complaint becomes one case, with its text', async () => {
      const { connection, simulator, sent } = await stage();
      const receipt = await need(connection.push.opened).send(opened(), target(''));
      expect(simulator.cases().map(({ id }) => id)).toEqual([receipt.externalId]);
      expect(wire(sent)).toContain('lubang sedalam lutut');
    });

    for (const mark of MARKS) {
      check(push.opened && can.expresses.includes(mark), `the mark ${mark} is said`, async () => {
        const bare = await said(await stage(), {});
        expect(await said(await stage(), { [mark]: true })).not.toEqual(bare);
      });
    }

    check(push.opened, 'nothing of the reporter travels where the identity must not', async () => {
      const { connection, sent } = await stage();
      await need(connection.push.opened).send(
        opened({ reporter: null, complaint: complaint({ anonim: true }) }),
        target(''),
      );
      const all = wire(sent);
      for (const identity of Object.values(REPORTER)) expect(all).not.toContain(identity);
      expect(all).toContain('sedalam lutut');
    });

    check(push.opened, 'a file that the platform does not take does not hold the case', async () => {
      const { connection, simulator } = await stage();
      const receipt = await need(connection.push.opened).send(
        opened({ attachments: [file('gambar.svg', 'image/svg+xml')] }),
        target(''),
      );
      expect(simulator.cases().map(({ id }) => id)).toEqual([receipt.externalId]);
      for (const refused of receipt.refused ?? []) expect(refused).toContain('gambar.svg');
    });

    for (const [kind, outgoing] of [
      ['replied', replied('Petugas rekaan akan memeriksa lokasi besok pagi.')],
      ['followed_up', followedUp('Lubangnya sekarang bertambah dua, mohon perhatian.')],
    ] as const) {
      check(push[kind], `${kind} reaches the case`, async () => {
        const staged = await stage();
        const id = await aCase(staged, options, opened, true);
        const before = staged.simulator.writes.length;
        const receipt = await send(staged, outgoing, id);
        expect(receipt.externalId).toBe(id);
        expect(staged.simulator.writes.slice(before).map(({ caseId }) => caseId)).toEqual([id]);
        expect(
          staged.simulator
            .cases()
            .find((each) => each.id === id)
            ?.lines.join('\n'),
        ).toContain(outgoing.text);
      });
    }

    for (const [kind, make] of Object.entries(OTHERS) as [keyof typeof OTHERS, () => Outgoing][]) {
      check(push[kind], `${kind} reaches the case`, async () => {
        const staged = await stage();
        const id = await aCase(staged, options, opened);
        expect((await send(staged, make(), id)).externalId).toBe(id);
      });
    }

    for (const status of STATUSES) {
      const sample = statusChanged(status);
      const word = labels.wordFor(status, sample.outcome ?? sample.rejection);
      check(push.status_changed && word !== null, `status ${status} is shown as the profile says`, async () => {
        const staged = await stage();
        const id = await aCase(staged, options, opened);
        await send(staged, sample, id);
        const shown = staged.simulator.cases().find((each) => each.id === id)?.status ?? '';
        expect(labelKey(shown)).toBe(labelKey(word ?? ''));
      });
    }

    const wordless = STATUSES.filter((status) => labels.wordFor(status) === null);
    check(push.status_changed && wordless.length > 0, 'a status without a word is not sent', async () => {
      const staged = await stage();
      const id = await aCase(staged, options, opened);
      const before = staged.simulator.writes.length;
      for (const status of wordless) await send(staged, statusChanged(status), id);
      expect(staged.simulator.writes.slice(before)).toEqual([]);
    });

    test('the connection can be tried, and says so in words', async () => {
      const { connection } = await stage();
      expect((await connection.ping()).length).toBeGreaterThan(5);
    });

    check(push.opened, 'the audit sees form, not content', async () => {
      const { connection, exchanges, settings: own } = await stage();
      await need(connection.push.opened).send(opened(), target(''));
      const told = JSON.stringify(exchanges);
      expect(exchanges).not.toEqual([]);
      expect(exchanges.some(({ status }) => status !== null && status < 300)).toBe(true);
      for (const word of [...SECRET_WORDS, ...secretsOf(own)]) expect(told).not.toContain(word);
    });
  });

  /** All that goes out for one complaint but its numbers and texts: what is left are the marks. */
  async function said({ connection, sent }: Stage, marks: Partial<Marks>): Promise<string> {
    const outgoing = opened({
      deliveryId: DELIVERY,
      reporter: null,
      originExternalId: null,
      complaint: { ...complaint(marks), number: NUMBER, id: DELIVERY },
    });
    await need(connection.push.opened).send(
      { ...outgoing, reference: NUMBER, at: '2025-11-07T08:31:22+07:00' },
      target(''),
    );
    return sent.map(({ body }) => body.replace(/(--)?-{4,}[\w-]+/g, '')).join('\n');
  }
}

const DELIVERY = '6b1f2f0c-3c86-4f1c-9a55-0d2a6f0a1e11';
const NUMBER = 'SA-2025-900000';

const wire = (sent: Stage['sent']) => sent.map(({ url, body }) => url + readable(body)).join('\n');

function readable(body: string): string {
  return body.includes('%') && !body.startsWith('{') ? body.replaceAll('+', ' ').replace(/%20/g, ' ') : body;
}

export function send({ connection }: Stage, outgoing: Outgoing, externalId: string) {
  const push = connection.push[outgoing.kind] as Stage['connection']['push']['linked'];
  return need(push).send(outgoing as never, target(externalId));
}
