import type { Watched } from '../../contract.ts';
import { secretsOf } from '../../profile/decorators.ts';
import type { ChannelSimulator } from '../channel.ts';
import { answerTo, type ChannelSuite, LINK, say, spoken, until } from './channel-stage.ts';
import { failureOf, need, type Stage } from './stage.ts';

export function channelSaying<T extends ChannelSimulator>({
  options,
  can,
  settings,
  stage,
  check,
}: ChannelSuite<T>): void {
  const kinds = [
    ['direct', options.direct],
    ['comment', options.comment],
  ] as const;

  describe('answers on the platform', () => {
    for (const [kind, played] of kinds) {
      check(
        played,
        `${kind}: an answer reaches the person, and what is told of it names the same message`,
        async () => {
          const staged = await stage();
          const { caseId, message } = await spoken(staged, need(played));
          const said = answerTo(message);
          const { eventIds = [] } = await say(staged, said);
          expect(eventIds).toHaveLength(1);
          await until(
            staged,
            (event) =>
              (event.type === 'receipt' && event.messageIds.includes(eventIds[0] ?? '')) ||
              (event.type === 'message' && event.byUs !== undefined && event.id === eventIds[0]),
          );
          expect(linesOf(staged, caseId)).toContain(LINK);
        },
      );

      check(played, `${kind}: a long answer is cut at a word and keeps the link`, async () => {
        const staged = await stage();
        const { caseId, message } = await spoken(staged, need(played));
        const text = `${'Kabar rekaan yang amat panjang 😀 '.repeat(600)}\n${LINK}`;
        await say(staged, answerTo(message, { text }));
        const shown = linesOf(staged, caseId);
        expect(shown).toContain(LINK);
        expect(shown).toMatch(/…\s+https:/);
      });
    }

    check(options.direct, 'direct: outside the window it is a template, or is refused with that reason', async () => {
      const staged = await stage();
      const { caseId, message } = await spoken(staged, need(options.direct));
      const before = staged.simulator.writes.length;
      const lastInboundAt = new Date(Date.now() - 10 * 86_400_000).toISOString();
      const sent = say(staged, answerTo(message, { lastInboundAt }));
      if (Object.keys(settings.templates).length > 0) {
        await sent;
        await until(staged, (event) => event.type === 'receipt');
        expect(linesOf(staged, caseId)).toContain('SA-2026-900001');
      } else {
        expect(await failureOf(sent)).toMatchObject({ failure: 'rejected', why: 'window' });
        expect(staged.simulator.writes).toHaveLength(before);
      }
    });

    check(
      'handshake' in can,
      'the platform gets its word back for the right token, and nothing for a wrong one',
      async () => {
        const { connection } = await stage();
        const { webhook } = settings;
        const query = (token: string) => ({
          [webhook.handshake?.token[0] ?? '']: token,
          [webhook.handshake?.challenge[0] ?? '']: '1158201444',
        });
        expect(connection.handshake?.(query(webhook.handshake?.verify_token ?? ''))).toBe('1158201444');
        for (const wrong of ['', 'kata-lain', `${webhook.handshake?.verify_token} `]) {
          expect(() => connection.handshake?.(query(wrong))).toThrow(
            expect.objectContaining({ failure: 'unauthorized' }),
          );
        }
      },
    );

    test('the connection can be tried, and says so in words', async () => {
      expect((await (await stage()).connection.ping()).length).toBeGreaterThan(5);
    });

    check(
      'watch' in can && 'unsubscribe' in options,
      'a subscription that was lost is set up again, and said so',
      async () => {
        const staged = await stage();
        expect(await watch(staged)).toEqual({ faults: [], mended: [] });
        options.unsubscribe?.(staged.simulator);
        expect((await watch(staged)).mended).not.toEqual([]);
        expect(await watch(staged)).toEqual({ faults: [], mended: [] });
      },
    );

    const some = options.direct ?? options.comment;
    check(some, 'the audit sees form, not content', async () => {
      const staged = await stage();
      const { message } = await spoken(staged, need(some));
      await say(staged, answerTo(message));
      const told = JSON.stringify(staged.exchanges);
      expect(staged.exchanges.some(({ status }) => status !== null && status < 300)).toBe(true);
      for (const word of [
        'terdaftar dengan nomor',
        LINK,
        ...(message.person?.ids ?? []),
        ...secretsOf(staged.settings),
      ]) {
        expect(told).not.toContain(word);
      }
    });
  });
}

function watch({ connection }: Stage): Promise<Watched> {
  if (!connection.watch) throw new Error('No watch');
  return connection.watch();
}

const linesOf = ({ simulator }: Stage, caseId: string): string =>
  simulator
    .cases()
    .find(({ id }) => id === caseId)
    ?.lines.join('\n') ?? '';
