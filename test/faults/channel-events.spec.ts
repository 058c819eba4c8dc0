import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { TiktokSimulator } from '../../libs/connectors/src/tiktok/simulator.ts';
import { eventually } from '../setup/world.ts';
import { CHANNELS, type Channel, PATIENCE_MS, POSTS, Talks } from './kit/talks.ts';

jest.setTimeout(40_000);

let talks: Talks;
beforeAll(async () => {
  talks = await Talks.open();
});
afterAll(() => talks?.close());
afterEach(() => talks.calm());

const wayOf = (channel: Channel) => (channel === 'whatsapp' ? 'direct' : 'comment');
const complaints = async (channel: Channel) =>
  (await talks.sql(`select from complaint where channel = $1`, [channel])).length;
/** As the platform wrote it, the newest that speaks of `text`. */
const told = (channel: Channel, text: string): string =>
  JSON.stringify(
    talks.graph(channel).webhooksSent.findLast(({ payload }) => JSON.stringify(payload).includes(text))?.payload,
  );
/** Instagram tells of nothing that was taken back. */
const TELL_OF_IT = ['whatsapp', 'facebook', 'tiktok'] as const;
const withdrawn = async (channel: Channel) =>
  (await talks.sql(`select from message where instance = $1 and state = 'withdrawn' and body is null`, [channel]))
    .length;
const stateOf = async (channel: Channel) =>
  (
    await talks.sql<{ state: string; reason: string }>(
      `select state, paused_reason as reason from instance where name = $1`,
      [channel],
    )
  )[0];

describe('F19 F27 credentials that are refused', () => {
  test('tiktok: a revoked token is renewed exactly once, however many answers meet it', async () => {
    const tiktok = talks.graph('tiktok') as TiktokSimulator;
    const all = [await talks.begin('tiktok', 'comment'), await talks.begin('tiktok', 'direct')];
    const turn = Number(tiktok.refreshToken.split('-').at(-1));
    tiktok.revokeTokens();
    await Promise.all(all.map((talk) => talks.reply(talk)));
    for (const talk of all) await talks.stand(talk, 1);
    expect(tiktok.refreshToken).toBe(`rft.simulator-${turn + 1}`);
    expect(await stateOf('tiktok')).toMatchObject({ state: 'active' });
  });

  test.each(['whatsapp', 'instagram', 'facebook'] as const)(
    '%s: a refused token stops the channel and tells a person; what was to be said leaves after the resume',
    async (channel) => {
      const talk = await talks.begin(channel, wayOf(channel));
      const platform = talks.graph(channel);
      const { token } = platform;
      platform.token = 'token-lain';
      await talks.reply(talk);
      await eventually(async () => {
        expect(await stateOf(channel)).toMatchObject({
          state: 'paused',
          reason: expect.stringMatching(/kredensial|Token/),
        });
      }, PATIENCE_MS);
      const { body } = await talks.world.api<{ data: { name: string; state: string }[] }>('/instances');
      expect(body.data).toContainEqual(expect.objectContaining({ name: channel, state: 'paused' }));
      expect(talks.replies(talk)).toBe(0);
      platform.token = token;
      expect((await talks.world.api(`/instances/${channel}/resume`, { method: 'POST' })).status).toBeLessThan(300);
      await talks.stand(talk, 1);
      await talks.becomes(talk, 'done');
    },
  );
});

describe('F20 F22 what the platform refuses', () => {
  test.each(POSTS)('%s: below a deleted comment nothing is said, and a person is told at once', async (channel) => {
    const talk = await talks.begin(channel, 'comment');
    await talks.world.platform(channel).play('hapus', talk.caseId, {});
    await talks.reply(talk);
    const id = await talks.becomes(talk, 'parked');
    expect((await talks.said(talk)).at(-1)?.reason).toMatch(/menolak/);
    await talks.isShownToAPerson(id);
    expect((await talks.outcomes(talk)).filter((each) => each !== 'ok')).toEqual(['parked']);
    expect(talks.replies(talk)).toBe(0);
  });
});

describe('F29 the same news again', () => {
  test.each(CHANNELS)('%s: twenty times in parallel and once with other words: one complaint', async (channel) => {
    const isi = `lampu jalan di desa Bokol Kemangkon mati total, ${channel}`;
    const before = await complaints(channel);
    const talk = await talks.begin(channel, wayOf(channel), isi);
    const raw = told(channel, isi);
    const answers = await Promise.all(Array.from({ length: 20 }, () => talks.post(channel, raw)));
    answers.push(await talks.post(channel, raw.replace('mati total', 'menyala')));
    expect(new Set(answers)).toEqual(new Set([200]));
    await talks.heardAll();
    expect(await complaints(channel)).toBe(before + 1);
    expect(await talks.heard(talk)).toEqual([]);
    expect(talks.world.home.shown(talk.nomor).lines.join('\n')).toContain('mati total');
  });
});

describe('F30 news out of order', () => {
  test.each(TELL_OF_IT)('%s: taken back before it was told: its words are gone all the same', async (channel) => {
    const before = await withdrawn(channel);
    const { faults } = talks.world.platform(channel);
    faults.webhook.reorder = 1;
    const isi = `trotoar di desa Bokol Kemangkon rusak ${channel}`;
    const { caseId } = await talks.speak(channel, wayOf(channel), isi);
    await talks.world.platform(channel).play('hapus', caseId, {});
    await eventually(async () => expect(await withdrawn(channel)).toBe(before + 1), PATIENCE_MS);
  });

  test('whatsapp: receipts that come backwards and twice only raise what they speak of', async () => {
    const { faults } = talks.world.platform('whatsapp');
    Object.assign(faults.webhook, { reorder: { rate: 0.5 }, duplicate: { rate: 0.5 } });
    const talk = await talks.begin('whatsapp', 'direct');
    await talks.reply(talk);
    await eventually(async () => {
      const rows = await talks.sql<{ state: string }>(
        `select m.state from message m join complaint c on c.id = m.complaint_id
         where number = $1 and direction = 'out'`,
        [talk.number],
      );
      expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'read'));
    }, PATIENCE_MS);
  });
});

describe('F31 words that change after they were told', () => {
  test.each(['whatsapp', 'instagram', 'facebook'] as const)(
    '%s: the office reads the correction beside the first words',
    async (channel) => {
      const talk = await talks.begin(channel, wayOf(channel));
      const isi = 'lampu jalan di desa Bokol Kemangkon mati, sudah seminggu';
      await talks.world.platform(channel).play('ubah', talk.caseId, { isi });
      await eventually(() => expect(talks.world.home.says(talk.nomor, `Diralat pelapor: ${isi}`)).toBe(1), PATIENCE_MS);
      await talks.heardAll();
      expect(talks.world.home.says(talk.nomor, 'Diralat pelapor')).toBe(1);
    },
  );

  test.each(CHANNELS)('%s: what is deleted takes nothing back from the offices', async (channel) => {
    const isi = `lampu jalan di desa Bokol Kemangkon mati, ${channel} dua`;
    const talk = await talks.begin(channel, wayOf(channel), isi);
    await talks.world.platform(channel).play('hapus', talk.caseId, {});
    await talks.heardAll();
    expect(talks.world.home.shown(talk.nomor).lines.join('\n')).toContain(isi);
  });

  test.each(TELL_OF_IT)('%s: words that are taken back are gone here, and it is written down', async (channel) => {
    const talk = await talks.begin(channel, wayOf(channel));
    const before = await withdrawn(channel);
    await talks.world.platform(channel).play('hapus', talk.caseId, {});
    await eventually(async () => expect(await withdrawn(channel)).toBe(before + 1), PATIENCE_MS);
    const heard = `select outcome from audit where instance = $1 and event_type = 'message_moved' order by id desc limit 1`;
    expect(await talks.sql(heard, [channel])).toEqual([{ outcome: 'ok' }]);
  });

  test.each(CHANNELS)('%s: the same words twice on purpose both reach the office', async (channel) => {
    const talk = await talks.begin(channel, wayOf(channel));
    const isi = 'bagaimana kelanjutannya, mohon kabar';
    const said = async () => {
      await talks.world.platform(channel).play('balas', talk.caseId, { isi });
    };
    await said();
    await eventually(() => expect(talks.world.home.says(talk.nomor, isi)).toBe(1), PATIENCE_MS);
    await said();
    await eventually(() => expect(talks.world.home.says(talk.nomor, isi)).toBe(2), PATIENCE_MS);
  });
});

describe('F32 our own words come back', () => {
  test.each(POSTS)('%s: the echo of an answer, again and in other spelling, is nobody’s word', async (channel) => {
    const talk = await talks.begin(channel, 'direct');
    await talks.reply(talk);
    await talks.stand(talk, 1);
    await talks.heardAll();
    const raw = told(channel, 'Tanggapan');
    expect(await talks.post(channel, raw)).toBe(200);
    expect(await talks.post(channel, raw.replace('Tanggapan', '  TANGGAPAN '))).toBe(200);
    await talks.heardAll();
    expect(await talks.heard(talk)).toEqual([]);
    expect(talks.replies(talk)).toBe(1);
  });

  test.each(POSTS)('%s: what an officer writes there by hand is a reply, once', async (channel) => {
    const talk = await talks.begin(channel, 'comment');
    const isi = `Sudah kami catat, ${channel}`;
    await talks.world.platform(channel).play('petugas', talk.caseId, { isi });
    await eventually(
      async () => expect(await talks.heard(talk)).toEqual([{ type: 'replied', text: isi }]),
      PATIENCE_MS,
    );
    await talks.heardAll();
    expect(talks.ours(talk).filter((line) => line.includes(isi))).toHaveLength(1);
  });
});

describe('F39 F42 what the hub cannot take as it is', () => {
  const odd: Record<Channel, () => object> = {
    whatsapp: () => ({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          time: Date.now(),
          changes: [{ field: 'kabar_baru', value: { metadata: { phone_number_id: '105300000000022' } } }],
        },
      ],
    }),
    instagram: () => ({
      object: 'instagram',
      entry: [{ id: '17841400000000011', time: Date.now(), changes: [{ field: 'kabar_baru', value: {} }] }],
    }),
    facebook: () => ({
      object: 'page',
      entry: [{ id: '100100000000011', time: Date.now(), changes: [{ field: 'kabar_baru', value: {} }] }],
    }),
    tiktok: () => ({
      client_key: '7300000000000000011',
      event: 'kabar_baru',
      create_time: Math.floor(Date.now() / 1000),
      user_openid: '-000SimBizAccountOpenId0000000000000001',
      content: '{}',
    }),
  };

  test.each(CHANNELS)('%s: news of an unknown kind is answered, kept, and a person sees it', async (channel) => {
    expect(await talks.post(channel, JSON.stringify(odd[channel]()))).toBe(200);
    await eventually(async () => {
      const rows = await talks.sql<{ code: string; reason: string }>(
        `select code, reason from inbox where instance = $1 and state = 'parked'`,
        [channel],
      );
      expect(rows).toContainEqual({ code: 'unknown_type', reason: expect.stringContaining('kabar_baru') });
    }, PATIENCE_MS);
  });

  test.each(CHANNELS)(
    '%s: unsigned, badly signed, signed for another body: refused, and nothing is kept',
    async (channel) => {
      const kept = async () =>
        (await talks.sql(`select from inbox where instance = $1 and kind = 'webhook'`, [channel])).length;
      await talks.heardAll();
      const before = await kept();
      const raw = JSON.stringify(odd[channel]());
      const right = talks.signed(channel, raw);
      const [name = '', value = ''] = Object.entries(right)[0] ?? [];
      const wrong: Record<string, string>[] = [
        {},
        { [name]: '' },
        { [name]: value.slice(0, -2) },
        { [name]: value.replace(/[\da-f]{64}$/, '0'.repeat(64)) },
        talks.signed(channel, `${raw} `),
        talks.signed(channel, raw, { secret: 'rahasia-lain' }),
        ...(channel === 'tiktok'
          ? [talks.signed(channel, raw, { age: 600 }), talks.signed(channel, raw, { age: -600 })]
          : []),
      ];
      for (const headers of wrong) expect(await talks.post(channel, raw, headers)).toBe(401);
      expect(await kept()).toBe(before);
      expect(await talks.post(channel, raw, right)).toBe(200);
    },
  );
});

test('F22 whatsapp: a window that closed is told later as 131047: said once more by the template, no third time', async () => {
  const talk = await talks.begin('whatsapp', 'direct');
  // By the platform's clock alone: the hub still holds the window to be open.
  talks.graph('whatsapp').advance(25 * 3_600_000);
  await talks.reply(talk);
  await eventually(() => {
    const lines = talks.ours(talk).filter((line) => line.includes(talk.number));
    expect(lines.filter((line) => line.includes('[templat aduan_kabar]'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('(failed)'))).toHaveLength(1);
  }, PATIENCE_MS);
  await talks.heardAll();
  expect(talks.ours(talk).filter((line) => line.includes('[templat'))).toHaveLength(1);
  expect((await talks.said(talk)).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
});

test('F22 whatsapp: who can’t be reached there (131026) is shown to a person in plain words, and is not tried for ever', async () => {
  const place = { channel: 'whatsapp', caseId: '' } as const;
  const person = { nama: 'Warga tak terjangkau', nomor: '6289910099026' };
  const isi = 'lampu jalan di desa Bokol Kemangkon mati';
  const caseId = await talks.world.platform('whatsapp').play('kirim', null, { ...person, isi });
  const number = await talks.numberIn({ ...place, caseId });
  const parked = await eventually(async () => {
    const said = (await talks.said({ ...place, number })).find(({ state }) => state === 'parked');
    return said ?? Promise.reject(new Error('nobody is asked yet'));
  }, PATIENCE_MS);
  expect(parked.reason).toMatch(/tidak dapat menerima pesan/);
  await talks.isShownToAPerson(parked.id);
  await talks.forgive();
  await talks.heardAll();
  expect(talks.ours({ ...place, caseId })).toHaveLength(1);
});
