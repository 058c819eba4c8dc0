import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Person, Receipted } from '#complaint';
import { ConnectorError } from '#connector';
import { complains, fromHome, Rig, says, somebody } from './rig.ts';

let rig: Rig;
let warga: Person;
let number: string;
beforeAll(async () => {
  rig = await Rig.start();
});
afterAll(() => rig.stop());

/** Each with a complaint of its own, told at home under `R-<number>`. */
beforeEach(async () => {
  warga = somebody();
  number = await complains(rig, warga);
});

let told = 0;
const atHome = (event: object) => fromHome(rig, number, event);
const answered = (text: string) =>
  atHome({ type: 'replied', author: { role: 'office', name: 'DPUPR' }, text, public: true, attachments: [] });
const receipt = (more: Partial<Receipted>): Receipted => {
  told += 1;
  return { type: 'receipt', id: `tanda-${told}`, at: rig.at(), state: 'sent', messageIds: [], ...more };
};
const deliveryState = async (id: string) => {
  const { rows } = await rig.pool.query<{ state: string; reason: string | null }>(
    'select state, reason from outbox where id = $1',
    [id],
  );
  return rows[0];
};
const soon = () => rig.pool.query(`update outbox set run_at = now() where state = 'waiting'`);

describe('what the offices say returns to the conversation', () => {
  test('a status, with its note, and the page to look at', async () => {
    await atHome({ type: 'status_changed', label: 'diproses', status: 'in_progress', note: 'Petugas menuju lokasi' });
    const { last } = rig.channel;
    expect(last.text).toContain(`Kabar aduan ${number}: Diproses. Petugas menuju lokasi`);
    expect(last.text.endsWith(last.link ?? '-')).toBe(true);
    expect(last).toMatchObject({ person: warga, notice: { kind: 'update', number, status: 'Diproses' } });
  });

  test('a public reply, in the office’s name; an internal note never', async () => {
    await answered('Akan ditambal pekan ini');
    expect(rig.channel.last.text).toContain(`Tanggapan DPUPR untuk aduan ${number}:\nAkan ditambal pekan ini`);
    const said = rig.channel.said.length;
    await atHome({ type: 'replied', author: { role: 'office' }, text: 'catatan', public: false, attachments: [] });
    expect(rig.channel.said.length).toBe(said);
  });

  test('"Selesai" offers to say that it is not, which opens it again, and what is said next belongs to it', async () => {
    await atHome({ type: 'status_changed', label: 'selesai', status: 'resolved', outcome: 'diperbaiki' });
    expect(rig.channel.last.text).toContain('Selesai (diperbaiki)');
    expect(rig.channel.last.buttons).toEqual([{ payload: 'belum', title: 'Belum selesai' }]);
    const before = (await rig.complaints()).length;
    await rig.tell(
      says(rig, warga, 'Belum selesai', { button: 'belum', quotes: `kata-${rig.channel.last.deliveryId}` }),
    );
    expect((await rig.complaints()).at(-1)).toMatchObject({ number, status: 'in_progress' });
    const reopens = 'Pelapor menyatakan masalahnya belum selesai dan meminta aduan ini dibuka kembali.';
    expect(rig.home.told.at(-1)).toMatchObject({ kind: 'followed_up', complaint: { number }, text: reopens });
    expect(rig.channel.last.text).toContain(`Aduan ${number} dibuka kembali. Mohon tulis apa yang belum selesai`);
    await rig.tell(says(rig, warga, 'jalan desa masih rusak di sisi kiri'));
    await rig.quiet();
    expect(rig.home.told.at(-1)).toMatchObject({ text: 'jalan desa masih rusak di sisi kiri', complaint: { number } });
    expect(await rig.complaints()).toHaveLength(before);
  });

  test('"belum" to what an office asked is an answer like any other', async () => {
    const question = { author: { role: 'office' }, text: 'Sudah ada petugas?', public: true, question: true };
    await atHome({ type: 'replied', ...question, attachments: [] });
    await rig.tell(says(rig, warga, 'belum'));
    const added = rig.home.told.findLast(({ kind }) => kind === 'followed_up');
    expect(added).toMatchObject({ complaint: { number }, text: 'belum' });
    expect((await rig.complaints()).at(-1)).toMatchObject({ number, status: 'in_progress' });
  });

  test('below a comment for all to read, without the office’s words', async () => {
    const comment = says(rig, somebody(), 'lampu desa mati', { conversation: { kind: 'comment', id: `k-${told}` } });
    await rig.tell(comment);
    await rig.quiet();
    number = (await rig.complaints()).at(-1)?.number ?? '';
    await answered('Bu Contoh di RT 3 sudah dihubungi');
    expect(rig.channel.last).toMatchObject({ visibility: 'public', answers: { id: comment.id } });
    expect(rig.channel.last.text).not.toContain('Contoh');
    expect(rig.channel.last.text).toContain(number);
  });
});

describe('receipts', () => {
  const idOf = (deliveryId: string): string => `kata-${deliveryId}`;

  test('raise a message’s state and never lower it, whatever their order', async () => {
    const { deliveryId } = rig.channel.last;
    expect(await rig.stateOf(deliveryId)).toBe('accepted');
    await rig.tell(receipt({ state: 'read', messageIds: [idOf(deliveryId)] }));
    await rig.tell(receipt({ state: 'sent', messageIds: [idOf(deliveryId)] }));
    await rig.tell(receipt({ state: 'delivered', messageIds: [idOf(deliveryId)] }));
    await rig.tell(receipt({ state: 'failed', messageIds: [idOf(deliveryId)] }));
    expect(await rig.stateOf(deliveryId)).toBe('read');
  });

  test('up to a time raise all that was said until then', async () => {
    const { deliveryId } = rig.channel.last;
    const until = new Date(Date.now() + 60_000).toISOString();
    await rig.tell(receipt({ state: 'read', person: warga, until }));
    expect(await rig.stateOf(deliveryId)).toBe('read');
  });

  test('a closed window that is told later is answered once as a template', async () => {
    const failure = { code: '131047', why: 'window', message: 'Jendela 24 jam sudah tertutup' } as const;
    const { deliveryId } = rig.channel.last;
    const failed = receipt({ state: 'failed', messageIds: [idOf(deliveryId)], failure });
    await rig.tell(failed, { ...failed, id: 'lagi' });
    const again = rig.channel.last;
    expect(again.deliveryId).not.toBe(deliveryId);
    expect(again).toMatchObject({ outsideWindow: true, notice: { kind: 'registered', number } });
    const said = rig.channel.said.length;
    await rig.tell(receipt({ state: 'failed', messageIds: [idOf(again.deliveryId)], failure }));
    expect(rig.channel.said.length).toBe(said);
    expect(await deliveryState(again.deliveryId)).toMatchObject({ state: 'parked' });
  });
});

test('who can’t be reached there is shown to a person at once, and what follows waits behind', async () => {
  rig.channel.fault = { error: new ConnectorError('rejected', 'Contoh: 131026', { why: 'unreachable' }) };
  await answered('Akan ditambal pekan ini');
  await answered('Sudah ditambal');
  const { rows } = await rig.pool.query(
    `select state, reason from outbox where kind = 'said' and complaint_id = (select id from complaint where number = $1)
       and state <> 'done' order by seq`,
    [number],
  );
  expect(rows).toEqual([
    { state: 'parked', reason: expect.stringContaining('hubungi dengan cara lain') },
    { state: 'waiting', reason: null },
  ]);
});

describe('an answer that was lost', () => {
  const lost = new ConnectorError('unavailable', 'Tidak menjawab', { uncertain: true });

  test('is settled by the receipt that names our delivery, and is not said again', async () => {
    rig.channel.fault = { error: lost, lost: true };
    await answered('Sedang disurvei');
    const { deliveryId } = rig.channel.last;
    const said = rig.channel.said.length;
    expect(await deliveryState(deliveryId)).toMatchObject({ state: 'waiting' });
    await rig.tell(receipt({ state: 'sent', messageIds: ['kata-lain'], own: deliveryId }));
    await soon();
    await rig.settle();
    expect(await deliveryState(deliveryId)).toMatchObject({ state: 'done' });
    expect(rig.channel.said.length).toBe(said);
    expect(await rig.stateOf(deliveryId)).toBe('sent');
  });

  test('is shown to a person where no receipt comes, and what is said next waits behind it', async () => {
    rig.channel.fault = { error: lost };
    await answered('Tidak sampai');
    const said = rig.channel.said.length;
    await soon();
    await rig.pool.query(`update outbox set tried_at = now() - interval '2 minutes' where state = 'waiting'`);
    await rig.settle();
    const { rows } = await rig.pool.query<{ state: string }>(
      `select state from outbox where kind = 'said' order by seq desc limit 1`,
    );
    expect(rows[0]?.state).toBe('uncertain');
    await answered('Yang berikutnya');
    expect(rig.channel.said.length).toBe(said);
  });
});

describe('an answer that an officer gave by hand', () => {
  test('is imported as a reply, once, and our own echo is not', async () => {
    const { deliveryId, text } = rig.channel.last;
    const byHand = says(rig, warga, 'Sudah kami tambal tadi pagi', { byUs: 'by_hand' });
    const echo = says(rig, warga, text, { byUs: 'unclear', id: `kata-${deliveryId}` });
    await rig.tell(echo, byHand, { ...byHand });
    const { rows } = await rig.pool.query<{ text: string; public: boolean }>(
      `select body ->> 'text' as text, (body ->> 'public')::boolean as public from event
       join complaint on complaint.id = complaint_id where number = $1 and type = 'replied'`,
      [number],
    );
    // What was written to one person alone is told to nobody else.
    expect(rows).toEqual([{ text: 'Sudah kami tambal tadi pagi', public: false }]);
  });

  test('below a comment goes on without whom it is said to', async () => {
    const rina: Person = { ids: [`rina-${told}`], name: 'Rina Rekaan', username: 'rina.rekaan' };
    const conversation = { kind: 'comment', id: `utas-${told}` } as const;
    await rig.tell(says(rig, rina, 'lampu desa mati', { conversation }));
    await rig.quiet();
    await rig.tell(
      says(rig, rina, '@rina.rekaan Terima kasih Bu Rina Rekaan, besok ditambal', { conversation, byUs: 'by_hand' }),
    );
    expect(rig.home.told.at(-1)).toMatchObject({ kind: 'replied', text: 'Terima kasih Bu Pelapor, besok ditambal' });
  });
});

describe('who speaks', () => {
  test('is the same under a new number, and their complaint stays theirs', async () => {
    const moved: Person = { ids: ['nomor-baru'], phone: '+628990009999' };
    told += 1;
    await rig.tell({ type: 'person_changed', id: `pindah-${told}`, at: rig.at(), before: warga.ids, person: moved });
    await rig.tell(says(rig, moved, 'ini nomor baru saya'));
    expect(rig.home.told.at(-1)).toMatchObject({ kind: 'followed_up', complaint: { number } });
    await answered('Baik');
    expect(rig.channel.last.person).toMatchObject({ phone: '+628990009999' });
    expect(rig.channel.last.person?.ids).toContain('nomor-baru');
  });

  const under = (id: string, phone: string | null): Person => ({
    ids: phone === null ? [id] : [id, phone.slice(1)],
    ...(phone !== null && { phone }),
  });
  const raised = async (person: Person) => {
    await rig.tell(says(rig, person, 'lampu desa mati'));
    await rig.quiet();
    number = (await rig.complaints()).at(-1)?.number ?? '';
  };
  const changes = (before: Person, person: Person) => {
    told += 1;
    return rig.tell({ type: 'person_changed', id: `pindah-${told}`, at: rig.at(), before: before.ids, person });
  };

  test('is answered under the new id where the new number is hidden, and no more at the old number', async () => {
    const [was, is] = [under('ID.1', '+628990007001'), under('ID.2', null)];
    await raised(was);
    await changes(under('ID.1', null), is);
    await answered('Baik');
    expect(rig.channel.last.person).toEqual(is);
  });

  test('under a new number is answered there, though an older word of theirs comes late', async () => {
    const [was, is] = [under('ID.3', '+628990007003'), under('ID.4', '+628990007004')];
    await raised(was);
    await changes(was, is);
    await changes(under('ID.3', null), under('ID.4', null));
    await rig.tell(says(rig, was, 'sudah seminggu'));
    expect(rig.home.told.at(-1)).toMatchObject({ kind: 'followed_up', complaint: { number } });
    await answered('Baik');
    expect(rig.channel.last.person).toEqual(is);
  });

  test.each([
    ['we were told', under('ID.5', '+628990007005'), under('ID.6', '+628990007006'), under('ID.7', '+628990007005')],
    ['nobody told us', under('ID.8', '+628990007008'), null, under('ID.9', '+628990007008')],
  ])('is somebody else than who has their former number now, where %s', async (_name, was, is, next) => {
    await raised(was);
    if (is) await changes(was, is);
    const mine = rig.home.told.length;
    await rig.tell(says(rig, next, 'jalan desa rusak'));
    await rig.tell(says(rig, next, `STATUS ${number}`));
    expect(rig.channel.last).toMatchObject({ person: next, text: expect.stringContaining('tidak ditemukan') });
    expect(rig.home.told.length).toBe(mine);
    await answered('Baik');
    expect(rig.channel.last.person).toEqual(is ?? { ids: was.ids.slice(0, 1) });
    await rig.quiet();
    const news = (await rig.complaints()).at(-1)?.number;
    expect(news).not.toBe(number);
    // What is late of the change makes them no more one than before.
    if (is) await changes(was, is);
    await rig.tell(says(rig, next, 'STATUS'));
    expect(rig.channel.last.text).toContain(`Aduan ${news}`);
    await answered('Baik');
    expect(rig.channel.last.person).toEqual(is ?? { ids: was.ids.slice(0, 1) });
  });

  test('is not who is known by nothing but the number that they left', async () => {
    const [was, next] = [under('ID.10', '+628990007010'), under('628990007010', null)];
    await raised(was);
    await changes(was, under('ID.11', '+628990007011'));
    await rig.tell(says(rig, next, `STATUS ${number}`));
    expect(rig.channel.last).toMatchObject({ person: next, text: expect.stringContaining('tidak ditemukan') });
  });

  test('stands nowhere in the clear', async () => {
    const { rows } = await rig.pool.query<{ line: string }>(
      `select person::text as line from person union all select conversation::text from conversation
       union all select message::text from message union all select person_alias::text from person_alias
       union all select event::text from event union all select audit::text from audit
       union all select outbox::text from outbox`,
    );
    const phone = warga.phone?.slice(1) ?? '-';
    const telling = rows.filter(({ line }) => line.includes(phone) || line.includes(warga.ids[0] ?? '-'));
    expect(telling).toEqual([]);
  });

  test('a message that was taken back leaves no words behind', async () => {
    const said = says(rig, warga, 'hapus ini');
    await rig.tell(said);
    told += 1;
    await rig.tell({ type: 'message_moved', id: `tarik-${told}`, at: rig.at(), messageId: said.id, to: 'withdrawn' });
    const { rows } = await rig.pool.query(`select from message where state = 'withdrawn' and body is null`);
    expect(rows.length).toBeGreaterThan(0);
  });
});
