import { createHmac } from 'node:crypto';
import type { ConnectorError, OutgoingFile } from '#connector';
import { answerTo, PICTURE, takeApart } from '#connector/testing';
import { connect, messageOf, readAll, toRequest } from './samples.ts';
import { WhatsappSimulator } from './simulator.ts';

const PERSON = { nama: 'Warga Contoh', nomor: '6281200000142', isi: 'jln depan pasar bobotsari bolong' };
const HOUR_MS = 3_600_000;

let platform: WhatsappSimulator;
let whatsapp: ReturnType<typeof connect>;
const now = () => new Date().toISOString();
const ask = (ids = ['ID.20417730918846000001', '6281200000142']) => messageOf('wamid.tanya', ids, now());
const send = (said: ReturnType<typeof answerTo>) => whatsapp.connection.push.said.send(said);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as ConnectorError,
  );
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(async () => {
  platform = new WhatsappSimulator({ receiptsAfter: 5 });
  whatsapp = connect(await platform.listen());
});
afterEach(() => platform.close());

describe('the window of 24 hours', () => {
  test('inside it free text goes, outside it the template of the notice, with the tracking link', async () => {
    await platform.play('kirim', null, PERSON);
    await send(answerTo(ask()));
    const late = new Date(Date.now() - 25 * HOUR_MS).toISOString();
    const notice = { kind: 'closed', number: 'SA-2026-000042', status: 'Selesai', detail: 'Sudah\nditambal' } as const;
    await send(answerTo(ask(), { lastInboundAt: late, notice }));
    expect(platform.messages.map(({ kind }) => kind)).toEqual(['text', 'template']);
    expect(platform.messages[1]?.text).toMatch(/SA-2026-000042 · Selesai · Sudah ditambal · https:/);
  });

  test('five minutes before its end nothing is risked any more', async () => {
    await platform.play('kirim', null, PERSON);
    await send(answerTo(ask(), { lastInboundAt: new Date(Date.now() - 24 * HOUR_MS + 240_000).toISOString() }));
    expect(platform.messages[0]?.kind).toBe('template');
  });

  test('131047 at once: the same is said by template, and nobody has to do anything', async () => {
    await platform.play('kirim', null, PERSON);
    platform.advance(25 * HOUR_MS);
    platform.closed = 'direct';
    await send(answerTo(ask()));
    expect(platform.messages.map(({ kind }) => kind)).toEqual(['template']);
  });

  test('131047 that comes later names our delivery and asks for a template, which the next delivery then is', async () => {
    await platform.play('kirim', null, PERSON);
    platform.advance(25 * HOUR_MS);
    const hooks: object[] = [];
    platform.setWebhookUrl('http://127.0.0.1:9/');
    const said = answerTo(ask());
    const { eventIds } = await send(said);
    for (let waited = 0; platform.webhooksSent.length === 0 && waited < 100; waited++) await later(20);
    hooks.push(...platform.webhooksSent.map(({ payload }) => payload));
    const [receipt] = await readAll(
      whatsapp,
      hooks.map((body) => toRequest(body)),
    );
    expect(receipt).toMatchObject({
      state: 'failed',
      own: said.deliveryId,
      messageIds: eventIds,
      failure: { why: 'window' },
    });
    await send(answerTo(ask(), { outsideWindow: true }));
    expect(platform.messages.map(({ kind }) => kind)).toEqual(['text', 'template']);
  });

  test('a template that is not approved is refused, and the operator is told its name beforehand', async () => {
    await platform.play('kirim', null, PERSON);
    platform.templates.set('aduan_terdaftar', { status: 'PAUSED', places: 2 });
    expect(await refusal(send(answerTo(ask(), { outsideWindow: true })))).toMatchObject({ failure: 'rejected' });
    expect(await whatsapp.connection.ping()).toContain('belum disetujui: aduan_terdaftar');
  });
});

describe('what is sent', () => {
  test('has the form of the documents, and our mark', async () => {
    await platform.play('kirim', null, PERSON);
    const said = answerTo(ask(), { text: 'Terdaftar.', link: null });
    await send(said);
    expect(JSON.parse(whatsapp.sent.at(-1)?.body ?? '')).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+6281200000142',
      context: { message_id: 'wamid.tanya' },
      type: 'text',
      text: { preview_url: false, body: 'Terdaftar.' },
      biz_opaque_callback_data: said.deliveryId,
    });
    expect(whatsapp.sent.at(-1)?.url).toMatch(/\/v26\.0\/105300000000022\/messages$/);
  });

  test('somebody who hides the number is reached by the business-scoped id', async () => {
    await platform.play('kirim', null, { ...PERSON, nomor: '' });
    const bsuid = platform.users[0]?.bsuid ?? '';
    await send(answerTo(ask([bsuid])));
    expect(JSON.parse(whatsapp.sent.at(-1)?.body ?? '')).toMatchObject({ recipient: bsuid });
    expect(JSON.parse(whatsapp.sent.at(-1)?.body ?? '')).not.toHaveProperty('to');
  });

  test('a question carries its buttons, and the answer to it says which one and what it quotes', async () => {
    platform.setWebhookUrl('http://127.0.0.1:9/');
    await platform.play('kirim', null, PERSON);
    const buttons = [{ payload: 'tempat:bobotsari', title: 'Bobotsari, Kecamatan Bobotsari' }];
    const { eventIds } = await send(answerTo(ask(), { buttons }));
    await platform.play('tombol', 'u1', {});
    await later(300);
    const told = await readAll(
      whatsapp,
      platform.webhooksSent.map(({ payload }) => toRequest(payload)),
    );
    expect(told).toContainEqual(expect.objectContaining({ button: 'tempat:bobotsari', quotes: eventIds?.[0] }));
  });

  test('a picture goes with the text below it; what else is attached is named as left out', async () => {
    await platform.play('kirim', null, PERSON);
    const file = (name: string): OutgoingFile => ({
      id: name,
      name,
      mime: 'image/png',
      size: PICTURE.length,
      sha256: '0'.repeat(64),
      url: 'http://127.0.0.1:9/x',
      bytes: async () => PICTURE,
    });
    const receipt = await send(answerTo(ask(), { attachments: [file('a.png'), file('b.png')] }));
    expect(platform.messages[0]).toMatchObject({ kind: 'image', text: expect.stringContaining('terdaftar') });
    expect(receipt.refused).toEqual([expect.stringContaining('b.png')]);
  });
});

describe('limits', () => {
  test('131056 makes this conversation wait and no other', async () => {
    await platform.play('kirim', null, PERSON);
    let error: ConnectorError | null = null;
    for (let count = 0; count < 60 && !error; count++) error = await refusal(send(answerTo(ask())));
    expect(error).toMatchObject({ failure: 'throttled', isNarrow: true, uncertain: false });
    expect(error?.retryAt?.getTime()).toBeGreaterThan(Date.now() + 10_000);
    expect(platform.messages).toHaveLength(45);
  });

  test.each([
    ['9029', { failure: 'throttled', isNarrow: false }],
    ['9190', { failure: 'unauthorized' }],
    ['9368', { failure: 'unauthorized' }],
  ])('a number that ends in %s is refused in the words of its code', async (ending, expected) => {
    await platform.play('kirim', null, { ...PERSON, nomor: `628120000${ending}` });
    const message = answerTo(ask([`628120000${ending}`]));
    expect(await refusal(send(message))).toMatchObject(expected);
  });
});

describe('media', () => {
  test('are fetched in two steps with our token, and once more where the address ended on the way', async () => {
    platform.setWebhookUrl('http://127.0.0.1:9/');
    await platform.play('kirim', null, { ...PERSON, foto: 'dengan foto' });
    await later(100);
    const [message] = await readAll(
      whatsapp,
      platform.webhooksSent.map(({ payload }) => toRequest(payload)),
    );
    const url = message?.type === 'message' ? (message.attachments[0]?.url ?? '') : '';
    expect(url).toMatch(/^media:\d+$/);
    expect(await whatsapp.connection.download(url, 1_000_000)).toEqual(PICTURE);
    platform.advance(8 * 24 * HOUR_MS);
    expect(await refusal(whatsapp.connection.download(url, 1_000_000))).toMatchObject({ failure: 'rejected' });
  });

  test('an address outside the platform is never asked, whatever a message claims', async () => {
    for (const url of ['http://127.0.0.1:9/x', 'media:../../me', 'media:']) {
      expect(await refusal(whatsapp.connection.download(url, 1_000))).toMatchObject({ failure: 'rejected' });
    }
    expect(whatsapp.sent).toEqual([]);
  });
});

describe('one address for several products', () => {
  const signed = (body: Buffer, secret: string) =>
    toRequest(body, { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` });

  test('what is for Instagram or the page goes there whole, and its own secret is known too', async () => {
    for (const [object, connector] of [
      ['instagram', 'instagram'],
      ['page', 'facebook'],
    ]) {
      const body = { object, entry: [{ id: '1', time: 1, changes: [{ field: 'comments', value: {} }] }] };
      const request = signed(Buffer.from(JSON.stringify(body)), 'rahasia-instagram');
      expect(() => whatsapp.connection.verify(request)).not.toThrow();
      const units = await whatsapp.connection.split({ kind: 'webhook', ...request });
      expect(units).toEqual([{ key: expect.stringMatching(/^to:/), payload: body, connector }]);
    }
  });
});

describe('a webhook of many', () => {
  test('a thousand messages of several people become a thousand units, each with its person', async () => {
    platform.setWebhookUrl('http://127.0.0.1:9/');
    await platform.play('banyak', null, { jumlah: '1000' });
    await later(200);
    const [first] = platform.webhooksSent;
    const request = toRequest(first?.payload ?? {});
    const units = [...(await takeApart(whatsapp.connection, [request, request])).values()];
    expect(units).toHaveLength(1000);
    const told = await readAll(whatsapp, [request]);
    const names = told.map((event) => (event.type === 'message' ? event.person?.name : null));
    expect(names.slice(0, 5)).toEqual([
      'Warga Rekaan 1',
      'Warga Rekaan 2',
      'Warga Rekaan 3',
      'Warga Rekaan 4',
      'Warga Rekaan 1',
    ]);
    expect(JSON.stringify(units[0]).length).toBeLessThan(1_000);
  });

  test('what stands beside a broken thing is taken, and the broken thing alone is parked', async () => {
    const good = { from: '628120001', id: 'wamid.baik', timestamp: '1795162500', type: 'text', text: { body: 'halo' } };
    const broken = { from: '628120001', timestamp: 'kemarin', type: 'text', text: { body: 'rusak' } };
    const value = { metadata: { phone_number_id: '105300000000022' }, messages: [broken, good] };
    const body = { object: 'whatsapp_business_account', entry: [{ id: 'w', changes: [{ field: 'messages', value }] }] };
    const units = await whatsapp.connection.split({ kind: 'webhook', ...toRequest(body) });
    const outcomes = await Promise.all(
      units.map(({ payload }) =>
        refusal(whatsapp.connection.parse({ kind: 'unit', headers: {}, body: Buffer.from(JSON.stringify(payload)) })),
      ),
    );
    expect(outcomes.map((error) => error?.failure ?? 'taken')).toEqual(['malformed', 'taken']);
  });
});
