import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Rig, says, somebody } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await Rig.start();
});
afterAll(() => rig.stop());

const MINUTE_MS = 60_000;
const textOf = async () => (await rig.complaints()).at(-1)?.text;
const count = async () => (await rig.complaints()).length;

test('what one person says until they fall silent becomes one complaint, told at home and numbered to them', async () => {
  const warga = somebody();
  const before = await count();
  await rig.tell(says(rig, warga, 'pak'));
  await rig.pass(20_000);
  await rig.tell(says(rig, warga, 'jln depan pasar bobotsari bolong'));
  await rig.pass(74_000);
  expect(await count()).toBe(before);
  await rig.pass(1_000);
  expect(await count()).toBe(before + 1);
  expect(await textOf()).toBe('pak\njln depan pasar bobotsari bolong');
  const [complaint] = (await rig.complaints()).slice(-1);
  expect(complaint).toMatchObject({ channel: 'whatsapp', origin: 'kanal', status: 'received' });
  const opened = rig.home.opened.at(-1);
  expect(opened).toMatchObject({
    reference: complaint?.number,
    originExternalId: null,
    reporter: { phone: warga.phone },
  });
  const { last } = rig.channel;
  expect(last.text).toContain(complaint?.number);
  expect(last.text.endsWith(last.link ?? '-')).toBe(true);
  expect(last).toMatchObject({ visibility: 'private', person: warga, notice: { kind: 'registered' } });
});

test('who goes on and on is not waited for longer than five minutes', async () => {
  const warga = somebody();
  const before = await count();
  for (let minute = 0; minute < 6; minute += 1) {
    await rig.tell(says(rig, warga, `jalan desa rusak ${minute}`));
    await rig.pass(MINUTE_MS);
  }
  expect(await count()).toBe(before + 1);
});

test('a correction is what counts, and an older one that comes after it is not', async () => {
  const warga = somebody();
  const first = says(rig, warga, 'jalan rusak di desa itu');
  const corrected = (text: string, at: string) => ({
    type: 'message_edited' as const,
    id: `ralat-${at}`,
    at,
    messageId: first.id,
    text,
  });
  const newer = corrected('jalan rusak di desa Bokol Kemangkon', '2026-11-24T01:02:00Z');
  await rig.tell(first, newer, corrected('jalan rusak di desa Bokol', '2026-11-24T01:01:00Z'));
  await rig.quiet();
  expect(await textOf()).toBe(newer.text);
});

test('told again, or in another order, it is the same complaint', async () => {
  const warga = somebody();
  const before = await count();
  const first = says(rig, warga, 'jalan rusak', { at: '2026-11-24T01:00:01Z' });
  const second = says(rig, warga, 'di desa itu', { at: '2026-11-24T01:00:02Z' });
  await rig.tell(second, first, second, first);
  await rig.quiet();
  await rig.tell(first, second);
  await rig.quiet();
  expect(await count()).toBe(before + 1);
  expect(await textOf()).toBe('jalan rusak\ndi desa itu');
});

describe('what is missing', () => {
  test('is asked for once, and what was said before stays part of it', async () => {
    const warga = somebody();
    const before = await count();
    await rig.tell(says(rig, warga, 'jalan rusak pak'));
    await rig.quiet();
    expect(rig.channel.last.text).toContain('di mana lokasinya');
    expect(rig.channel.last.text).not.toContain('apa yang terjadi');
    const asked = rig.channel.said.length;
    await rig.pass(2 * MINUTE_MS);
    await rig.tell(says(rig, warga, 'sana'));
    await rig.quiet();
    expect(await count()).toBe(before + 1);
    expect(await textOf()).toBe('jalan rusak pak\nsana');
    expect(rig.channel.said.slice(asked).map(({ notice }) => notice.kind)).toEqual(['registered']);
  });

  test('a position answers where', async () => {
    const warga = somebody();
    await rig.tell(says(rig, warga, 'jalan rusak'), says(rig, warga, '', { location: { lat: -7.3, lon: 109.36 } }));
    await rig.quiet();
    expect((await rig.complaints()).at(-1)?.location).toMatchObject({ lat: -7.3, lon: 109.36 });
  });

  test('a complaint that nobody answers about is taken as it is', async () => {
    const before = await count();
    await rig.tell(says(rig, somebody(), 'lampu mati'));
    await rig.quiet();
    expect(await count()).toBe(before);
    await rig.pass(30 * MINUTE_MS);
    expect(await count()).toBe(before + 1);
  });
});

describe('what is shown and hardly told', () => {
  const photo = (id: string) => ({ attachments: [{ id, url: `https://berkas.example/${id}` }] });
  const filesOfLast = async () => {
    const { rows } = await rig.pool.query<{ n: number }>(
      `select count(*)::int as n from attachment where complaint_id = $1`,
      [(await rig.complaints()).at(-1)?.id],
    );
    return rows[0]?.n;
  };
  const wordless = { isComplaint: false, chatter: 'small_talk' } as const;
  const proposals = async () =>
    (await rig.pool.query('select from proposal where complaint_id = $1', [(await rig.complaints()).at(-1)?.id]))
      .rowCount;

  test('photos with a greeting are asked about, and are part of the complaint that follows', async () => {
    const warga = somebody();
    await rig.tell(says(rig, warga, '', photo('satu')), says(rig, warga, 'selamat pagi pak', photo('dua')));
    await rig.quiet();
    expect(rig.channel.last.text).toContain('apa yang terjadi dan di mana lokasinya');
    await rig.tell(says(rig, warga, 'jalan desa rusak'));
    await rig.quiet();
    expect(await textOf()).toContain('jalan desa rusak');
    expect(await filesOfLast()).toBe(2);
  });

  test('a sticker is a gesture, and a greeting with one is a greeting', async () => {
    const sticker = { attachments: [{ id: 'stiker', url: 'https://berkas.example/stiker', mime: 'image/webp' }] };
    await rig.tell(says(rig, somebody(), 'selamat pagi', sticker));
    await rig.quiet();
    expect(rig.channel.last.text).toContain('Silakan tulis');
    expect((await rig.dropped()).at(-1)).toBe('greeting');
  });

  test.each([
    ['a village', 'Desa Galuh', {}, 1],
    ['another voice', '', photo('suara-dua'), 2],
  ])('a photo or a voice, and %s for an answer, are opened for a person', async (_name, answer, more, files) => {
    const warga = somebody();
    const before = await count();
    Object.assign(rig.understood, wordless);
    await rig.tell(says(rig, warga, '', photo('suara-satu')));
    await rig.quiet();
    expect(await count()).toBe(before);
    await rig.pass(MINUTE_MS);
    await rig.tell(says(rig, warga, answer, more));
    await rig.quiet();
    for (const key of Object.keys(wordless)) delete rig.understood[key as keyof typeof wordless];
    expect(await count()).toBe(before + 1);
    expect(await filesOfLast()).toBe(files);
    expect(await proposals()).toBe(1);
  });
});

describe('while a complaint is open', () => {
  test('a further message is a follow-up of it, and home hears it', async () => {
    const warga = somebody();
    await rig.tell(says(rig, warga, 'jalan desa rusak'));
    await rig.quiet();
    const before = await count();
    await rig.tell(says(rig, warga, 'tadi ada yang jatuh'));
    await rig.quiet();
    expect(await count()).toBe(before);
    expect(rig.home.told.at(-1)).toMatchObject({ kind: 'followed_up', text: 'tadi ada yang jatuh' });
  });

  test('what is said to us alone is known as that, and what is said below a comment is not', async () => {
    const [alone, below] = [somebody(), somebody()];
    const conversation = { kind: 'comment' as const, id: 'komentar-terbuka' };
    await rig.tell(says(rig, alone, 'jalan desa rusak'), says(rig, below, 'lampu desa mati', { conversation }));
    await rig.quiet();
    const more = says(rig, alone, 'rumah saya RT 2');
    await rig.tell(more, says(rig, below, 'masih mati', { conversation }));
    const text = 'rumah saya RT 3';
    await rig.tell({ type: 'message_edited', id: 'ralat-rumah', at: rig.at(), messageId: more.id, text });
    const { rows } = await rig.pool.query<{ text: string; private: boolean | null }>(
      `select body ->> 'text' as text, (body ->> 'private')::boolean as private from event
       where type = 'followed_up' order by id desc limit 3`,
    );
    expect(rows.toReversed()).toEqual([
      { text: 'rumah saya RT 2', private: true },
      { text: 'masih mati', private: null },
      { text: 'Diralat pelapor: rumah saya RT 3', private: true },
    ]);
  });

  test('BARU starts another, and a quoted message decides which one is meant', async () => {
    const warga = somebody();
    const first = says(rig, warga, 'jalan desa rusak parah');
    await rig.tell(first);
    await rig.quiet();
    const one = (await rig.complaints()).at(-1);
    await rig.tell(says(rig, warga, 'BARU'));
    expect(rig.channel.last.text).toContain('aduan baru');
    await rig.tell(says(rig, warga, 'lampu desa mati'));
    await rig.quiet();
    const other = (await rig.complaints()).at(-1);
    expect(other?.number).not.toBe(one?.number);
    await rig.tell(says(rig, warga, 'masih rusak', { quotes: first.id }));
    expect(rig.home.told.at(-1)).toMatchObject({ kind: 'followed_up', complaint: { number: one?.number } });
    await rig.tell(says(rig, warga, 'masih mati'));
    expect(rig.home.told.at(-1)).toMatchObject({ kind: 'followed_up', complaint: { number: other?.number } });
  });

  test.each([
    ['is asked about', true],
    ['was just said', false],
  ])('BARU keeps what %s apart from what follows', async (_name, isAsked) => {
    const warga = somebody();
    const before = await count();
    await rig.tell(says(rig, warga, 'jalan rusak pak'));
    if (isAsked) await rig.quiet();
    await rig.tell(says(rig, warga, 'BARU: lampu mati di desa Galuh'));
    await rig.quiet();
    const texts = (await rig.complaints()).slice(before).map(({ text }) => text);
    expect(texts).toEqual(['jalan rusak pak', 'BARU: lampu mati di desa Galuh']);
  });

  test('STATUS tells where it stands, and nobody is told about another’s', async () => {
    const warga = somebody();
    await rig.tell(says(rig, warga, 'jalan desa rusak lagi'));
    await rig.quiet();
    const number = (await rig.complaints()).at(-1)?.number ?? '';
    const before = await count();
    await rig.tell(says(rig, warga, `STATUS ${number}`));
    expect(rig.channel.last.text).toContain(`Aduan ${number}: Diterima`);
    await rig.tell(says(rig, warga, 'status'));
    expect(rig.channel.last.text).toContain(`Aduan ${number}: Diterima`);
    await rig.tell(says(rig, somebody(), `STATUS ${number}`));
    expect(rig.channel.last.text).toContain('tidak ditemukan');
    expect(rig.channel.last.text).not.toContain('Diterima');
    await rig.quiet();
    expect(await count()).toBe(before);
  });

  test('who asks about another’s by its link is told, and does not speak for them by quoting that', async () => {
    const [warga, other] = [somebody(), somebody()];
    await rig.tell(says(rig, warga, 'jalan desa rusak', { conversation: { kind: 'comment', id: 'komentar-lacak' } }));
    await rig.quiet();
    const { rows } = await rig.pool.query<{ number: string; token: string }>(
      'select number, token from complaint order by number desc limit 1',
    );
    const asking = says(rig, other, `STATUS ${rows[0]?.token}`);
    await rig.tell(asking);
    const { last } = rig.channel;
    expect(last).toMatchObject({ person: other, text: expect.stringContaining(`Aduan ${rows[0]?.number}: Diterima`) });
    const told = rig.home.told.length;
    for (const quotes of [asking.id, `kata-${last.deliveryId}`]) {
      await rig.tell(says(rig, other, 'tolong laporan ini dirahasiakan', { quotes }));
    }
    expect(rig.home.told.length).toBe(told);
    expect((await rig.complaints()).at(-1)?.marks).toEqual({ anonim: false, rahasia: false });
    await rig.quiet();
  });
});

describe('what is no complaint', () => {
  test('a greeting is greeted once a day, and stands among what was dropped', async () => {
    const warga = somebody();
    const said = rig.channel.said.length;
    await rig.tell(says(rig, warga, 'selamat pagi'));
    await rig.quiet();
    await rig.tell(says(rig, warga, 'selamat pagi'));
    await rig.quiet();
    expect(rig.channel.said.slice(said).map(({ text }) => text)).toEqual([expect.stringContaining('Silakan tulis')]);
    expect((await rig.dropped()).slice(-2)).toEqual(['greeting', 'greeting']);
  });

  test('a comment that praises is dropped in silence, one that complains is answered for all to read', async () => {
    const said = rig.channel.said.length;
    const thread = { kind: 'comment' as const, id: 'komentar-1', post: 'kiriman-1' };
    await rig.tell(says(rig, somebody(), 'mantap pak bupati', { conversation: thread }));
    await rig.quiet();
    expect(rig.channel.said.length).toBe(said);
    expect((await rig.dropped()).at(-1)).toBe('praise');

    const comment = says(rig, somebody(), 'jalan desa bolong', { conversation: { ...thread, id: 'komentar-2' } });
    await rig.tell(comment);
    await rig.quiet();
    const { last } = rig.channel;
    expect(last).toMatchObject({ visibility: 'public', answers: { id: comment.id } });
    expect(last.text.length).toBeLessThanOrEqual(300);
    expect(last.text).not.toContain('Warga Contoh');
  });

  test('two people below one comment are two', async () => {
    const before = await count();
    const conversation = { kind: 'comment' as const, id: 'komentar-3' };
    await rig.tell(
      says(rig, somebody(), 'jalan desa rusak', { conversation }),
      says(rig, somebody(), 'lampu desa mati juga', { conversation }),
    );
    await rig.quiet();
    expect(await count()).toBe(before + 2);
  });
});

describe('one sender can’t flood', () => {
  test('beyond so many messages an hour the rest is dropped, with one clear answer', async () => {
    const warga = somebody();
    const said = rig.channel.said.length;
    await rig.tell(...Array.from({ length: 70 }, (_none, n) => says(rig, warga, `jalan desa rusak ${n}`)));
    expect((await rig.dropped()).filter((reason) => reason === 'flood')).toHaveLength(10);
    expect(rig.channel.said.slice(said).map(({ text }) => text)).toEqual([expect.stringContaining('terlalu banyak')]);
  });
});

describe('marks', () => {
  test('a rahasia comment is never answered for all to read', async () => {
    const conversation = { kind: 'comment' as const, id: 'komentar-rahasia' };
    await rig.tell(says(rig, somebody(), 'RAHASIA: jalan desa rusak karena dikorupsi', { conversation }));
    await rig.quiet();
    expect((await rig.complaints()).at(-1)?.marks).toEqual({ anonim: false, rahasia: true });
    expect(rig.channel.last).toMatchObject({ visibility: 'private', link: null });
  });

  test('who wants to stay unnamed is', async () => {
    await rig.tell(says(rig, somebody(), 'jangan sebut nama saya, jalan desa rusak'));
    await rig.quiet();
    expect((await rig.complaints()).at(-1)?.marks).toMatchObject({ anonim: true });
    expect(rig.home.opened.at(-1)?.reporter).toBeNull();
  });

  test('who asks for it only later is too, by a further message or by mending the first', async () => {
    const [further, mending] = [somebody(), somebody()];
    const first = says(rig, mending, 'lampu desa mati');
    await rig.tell(says(rig, further, 'jalan desa rusak'), first);
    await rig.quiet();
    await rig.tell(says(rig, further, 'tolong rahasiakan nama saya'));
    const text = 'lampu desa mati, laporan ini tolong dirahasiakan';
    await rig.tell({ type: 'message_edited', id: 'ralat-rahasia', at: rig.at(), messageId: first.id, text });
    expect((await rig.complaints()).slice(-2).map(({ marks }) => marks)).toEqual(
      expect.arrayContaining([
        { anonim: true, rahasia: false },
        { anonim: false, rahasia: true },
      ]),
    );
  });
});
