import { readFileSync } from 'node:fs';
import { loadProfile } from '#connector';
import { PICTURE, readUnits, takeApart, testIo } from '#connector/testing';
import { TiktokAdapter } from './adapter.ts';
import { TiktokSettings } from './settings.ts';
import { TiktokSimulator } from './simulator.ts';

const PROFILE = new URL('../../../../config/connectors/tiktok.yaml', import.meta.url);

let platform: TiktokSimulator;
let tiktok: ReturnType<typeof connect>;

const OWN = '+SimOwnAccountUniqueIdentifier';

function connect(baseUrl: string, unique = OWN) {
  const env = {
    TIKTOK_BASE_URL: baseUrl,
    TIKTOK_CLIENT_KEY: '7300000000000000011',
    TIKTOK_CLIENT_SECRET: 'rahasia-tiktok',
    TIKTOK_BUSINESS_ID: '-000SimBizAccountOpenId0000000000000001',
    TIKTOK_REFRESH_TOKEN: 'rft.simulator-1',
    TIKTOK_UNIQUE_IDENTIFIER: unique,
  };
  const settings = loadProfile(TiktokSettings, readFileSync(PROFILE, 'utf8'), 'tiktok.yaml', env);
  const test = testIo();
  return { ...test, connection: new TiktokAdapter().connect(settings, test.io) };
}

beforeEach(async () => {
  platform = new TiktokSimulator({ receiptsAfter: 5 });
  tiktok = connect(await platform.listen());
});
afterEach(() => platform.close());

const rotations = () => tiktok.sent.filter(({ url }) => url.includes('refresh_token')).length;

test('two that need a token at once rotate it once, and both get in', async () => {
  await Promise.all([tiktok.connection.ping(), tiktok.connection.poll(null)]);
  expect(rotations()).toBe(1);
});

test('a token that is refused is exchanged once with the newest refresh token, and the work goes on', async () => {
  await tiktok.connection.ping();
  platform.revokeTokens();
  await tiktok.connection.ping();
  expect(rotations()).toBe(2);
  expect(platform.refreshToken).toBe('rft.simulator-3');
});

test('ids of nineteen digits stay whole, though they stand bare in the content', async () => {
  platform.setWebhookUrl('http://127.0.0.1:9/');
  await platform.play('komentar', null, { nama: 'warga', isi: 'sampah menumpuk' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const body = Buffer.from(JSON.stringify(platform.webhooksSent[0]?.payload));
  expect(body.toString('utf8')).toMatch(/\\"comment_id\\":74390000000000001\d\d,/);
  const units = await takeApart(tiktok.connection, [{ headers: {}, body }]);
  const [event] = await readUnits(tiktok.connection, units.values());
  expect(event?.id).toBe(platform.comments[0]?.id);
});

test('a picture of a message is fetched in two steps, with the token in its own header', async () => {
  platform.setWebhookUrl('http://127.0.0.1:9/');
  await platform.play('kirim', null, { nama: 'warga', isi: 'ini fotonya', foto: 'dengan foto' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const body = Buffer.from(JSON.stringify(platform.webhooksSent[0]?.payload));
  const units = await takeApart(tiktok.connection, [{ headers: {}, body }]);
  const [event] = await readUnits(tiktok.connection, units.values());
  const url = event?.type === 'message' ? (event.attachments[0]?.url ?? '') : '';
  expect(await tiktok.connection.download(url, 1_000_000)).toEqual(PICTURE);
});

test('what our staff write below a video is ours, and no citizen’s complaint', async () => {
  const content = {
    comment_id: '7439000000000000777',
    video_id: '7401234567890123456',
    parent_comment_id: 0,
    comment_type: 'comment',
    comment_action: 'insert',
    timestamp: Date.now(),
    unique_identifier: OWN,
    text: 'Lampu jalan yang mati akan kami periksa',
  };
  const told = { event: 'comment.update', user_openid: platform.id, content: JSON.stringify(content) };
  const units = await takeApart(tiktok.connection, [{ headers: {}, body: Buffer.from(JSON.stringify(told)) }]);
  const [event] = await readUnits(tiktok.connection, units.values());
  expect(event).toMatchObject({ type: 'message', person: null, byUs: 'unclear' });
});

test('without the name by which ours are known the channel is left out, for it would answer its own staff', () => {
  const unnamed = () => connect(platform.url, '');
  expect(unnamed).toThrow(
    expect.objectContaining({ faults: [expect.objectContaining({ variable: 'TIKTOK_UNIQUE_IDENTIFIER' })] }),
  );
});
