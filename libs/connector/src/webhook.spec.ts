import { createHmac } from 'node:crypto';
import { plainToInstance } from 'class-transformer';
import { HmacSignature, StandardSignature, TimedSignature } from './profile/webhook.ts';
import { handshakeOf, verifierOf } from './webhook.ts';

const NOW = new Date('2025-11-07T01:31:22Z');
const SECONDS = String(NOW.getTime() / 1000);
const BODY = Buffer.from('{"event":"aduan.status","teks":"péngadu \\u0000"}');
const refused = expect.objectContaining({ name: 'ConnectorError', failure: 'unauthorized' });

function verifier(signature: HmacSignature | StandardSignature | TimedSignature, delivery_id_header?: string) {
  const profile = { signature, type: 'event', types: {}, ...(delivery_id_header && { delivery_id_header }) };
  return verifierOf(profile, () => NOW);
}

describe('an HMAC of the raw body', () => {
  const settings = {
    scheme: 'hmac_sha256',
    secret: 'baru',
    previous_secret: 'lama',
    header: 'X-Tanda',
    prefix: 'sha256=',
  };
  const verify = verifier(plainToInstance(HmacSignature, settings), 'x-kiriman');
  const sign = (secret: string, body = BODY) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const request = (headers: Record<string, string>, body = BODY) => ({
    headers: { 'x-kiriman': 'k-1', ...headers },
    body,
  });

  test('is the one that everybody else computes', () => {
    // RFC 4231, test case 2.
    const known = verifier(plainToInstance(HmacSignature, { ...settings, secret: 'Jefe', prefix: '' }));
    const body = Buffer.from('what do ya want for nothing?');
    const signature = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(known({ headers: { 'x-tanda': signature }, body }).deliveryId).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  test('is accepted by the secret and by the one before it', () => {
    expect(verify(request({ 'x-tanda': sign('baru') }))).toEqual({ deliveryId: 'k-1' });
    expect(verify(request({ 'x-tanda': sign('lama') }))).toEqual({ deliveryId: 'k-1' });
  });

  test('is accepted by the secret of a further application, and an id of 200 characters is one', () => {
    const several = verifier(plainToInstance(HmacSignature, { ...settings, more_secrets: ['', 'kedua'] }), 'x-kiriman');
    const id = 'k'.repeat(200);
    expect(several(request({ 'x-tanda': sign('kedua'), 'x-kiriman': id }))).toEqual({ deliveryId: id });
  });

  test('in capital digits is the same', () => {
    const tanda = `sha256=${sign('baru').slice(7).toUpperCase()}`;
    expect(verify(request({ 'x-tanda': tanda }))).toEqual({ deliveryId: 'k-1' });
  });

  test.each([undefined, ''])('by an empty secret is refused, also where the one before is %p', (previous_secret) => {
    const first = verifier(plainToInstance(HmacSignature, { ...settings, previous_secret }), 'x-kiriman');
    expect(first(request({ 'x-tanda': sign('baru') }))).toEqual({ deliveryId: 'k-1' });
    expect(() => first(request({ 'x-tanda': sign('') }))).toThrow(refused);
  });

  test.each<[string, Parameters<typeof verify>[0]]>([
    ['no signature', request({})],
    ['an empty one', request({ 'x-tanda': '' })],
    ['one without its prefix', request({ 'x-tanda': sign('baru').slice(7) })],
    ['half of one', request({ 'x-tanda': sign('baru').slice(0, 39) })],
    ['one with rubbish behind it', request({ 'x-tanda': `${sign('baru')}zz` })],
    ["another connector's secret", request({ 'x-tanda': sign('lain') })],
    ['an empty secret', request({ 'x-tanda': sign('') })],
    ['another body', request({ 'x-tanda': sign('baru') }, Buffer.from('{}'))],
    ['no delivery id', { headers: { 'x-tanda': sign('baru') }, body: BODY }],
    ['an endless delivery id', request({ 'x-tanda': sign('baru'), 'x-kiriman': 'k'.repeat(201) })],
  ])('%s is refused', (_name, given) => expect(() => verify(given)).toThrow(refused));

  test('may be in base64', () => {
    const base64 = verifier(
      plainToInstance(HmacSignature, { ...settings, encoding: 'base64', prefix: '' }),
      'x-kiriman',
    );
    const signature = createHmac('sha256', 'baru').update(BODY).digest('base64');
    expect(base64(request({ 'x-tanda': signature }))).toEqual({ deliveryId: 'k-1' });
  });
});

describe('Standard Webhooks', () => {
  const secret = `whsec_${Buffer.from('rahasia-simulator-baru').toString('base64')}`;
  const previous_secret = `whsec_${Buffer.from('rahasia-simulator-lama').toString('base64')}`;
  const verify = verifier(plainToInstance(StandardSignature, { scheme: 'standard_webhooks', secret, previous_secret }));
  const sign = (key: string, at: string = SECONDS, id = 'msg_1') =>
    `v1,${createHmac('sha256', Buffer.from(key.slice(6), 'base64'))
      .update(`${id}.${at}.`)
      .update(BODY)
      .digest('base64')}`;
  const request = (signature: string, at: string = SECONDS, id = 'msg_1', body = BODY) => ({
    headers: { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature },
    body,
  });
  const shifted = (seconds: number) => String(Number(SECONDS) + seconds);

  test('is the one of the specification', () => {
    // The example of the Standard Webhooks documents.
    const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const known = verifierOf(
      {
        signature: plainToInstance(StandardSignature, { scheme: 'standard_webhooks', secret: key }),
        type: 'type',
        types: {},
      },
      () => new Date(1614265330 * 1000),
    );
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    expect(known({ headers, body: Buffer.from('{"test": 2432232314}') })).toEqual({
      deliveryId: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    });
  });

  test.each([
    ['signed by the secret', request(sign(secret))],
    ['signed by the one before', request(sign(previous_secret))],
    ['one right signature among several', request(`v1a,xyz v1,AAAA ${sign(secret)}`)],
    ['the right one as the sixteenth', request(`${'v1,AAAA '.repeat(15)}${sign(secret)}`)],
    ['five minutes old', request(sign(secret, shifted(-300)), shifted(-300))],
    ['five minutes ahead', request(sign(secret, shifted(300)), shifted(300))],
  ])('%s is accepted', (_name, given) => expect(verify(given)).toEqual({ deliveryId: 'msg_1' }));

  test.each<[string, Parameters<typeof verify>[0], RegExp]>([
    ['a changed body', request(sign(secret), SECONDS, 'msg_1', Buffer.from('{}')), /tidak cocok/],
    ['another id', request(sign(secret), SECONDS, 'msg_2'), /tidak cocok/],
    ['an older time', request(sign(secret, shifted(-301)), shifted(-301)), /jam kami/],
    ['a time ahead', request(sign(secret, shifted(301)), shifted(301)), /jam kami/],
    ['a time in milliseconds', request(sign(secret, `${SECONDS}000`), `${SECONDS}000`), /bukan detik/],
    ['a time with rubbish', request(sign(secret, `${SECONDS}abc`), `${SECONDS}abc`), /bukan detik/],
    ['a time with a fraction', request(sign(secret, `${SECONDS}.0`), `${SECONDS}.0`), /bukan detik/],
    ['no time', request(sign(secret, ''), ''), /bukan detik/],
    ['no id', request(sign(secret, SECONDS, ''), SECONDS, ''), /nomor kiriman/],
    ['no word of an id', { headers: { 'webhook-timestamp': SECONDS }, body: BODY }, /nomor kiriman/],
    ['no word of a time', { headers: { 'webhook-id': 'msg_1' }, body: BODY }, /bukan detik/],
    [
      'no word of a signature',
      { headers: { 'webhook-id': 'msg_1', 'webhook-timestamp': SECONDS }, body: BODY },
      /tidak cocok/,
    ],
    ['no signature', request(''), /tidak cocok/],
    ['another version', request(sign(secret).replace('v1,', 'v2,')), /tidak cocok/],
    ['the right one as the seventeenth', request(`${'v1,AAAA '.repeat(16)}${sign(secret)}`), /tidak cocok/],
    ['the right one behind 10,000 wrong ones', request(`${'v1,AAAA '.repeat(10_000)}${sign(secret)}`), /tidak cocok/],
    ['another secret', request(sign(`whsec_${Buffer.from('rahasia-lain-sekali').toString('base64')}`)), /tidak cocok/],
  ])('%s is refused', (_name, given, why) => {
    expect(() => verify(given)).toThrow(refused);
    expect(() => verify(given)).toThrow(why);
  });
});

describe('an HMAC that names its time', () => {
  const settings = { scheme: 'timed_hmac', secret: 'baru', previous_secret: 'lama', header: 'X-Tanda', ahead: '1m' };
  const verify = verifier(plainToInstance(TimedSignature, settings), 'x-kiriman');
  const sign = (secret: string, seconds = 0, body = BODY) => {
    const time = String(Number(SECONDS) + seconds);
    return `t=${time},s=${createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex')}`;
  };
  const request = (tanda: string) => ({ headers: { 'x-kiriman': 'k-1', 'x-tanda': tanda }, body: BODY });

  test.each([
    ['signed by the secret', sign('baru')],
    ['signed by the one before', sign('lama')],
    ['with a blank in it', ` ${sign('baru').replace(',', ', ')} `],
    ['five minutes old', sign('baru', -300)],
    ['a minute ahead', sign('baru', 60)],
  ])('%s is accepted', (_name, tanda) => expect(verify(request(tanda))).toEqual({ deliveryId: 'k-1' }));

  test.each([
    ['older than its age', sign('baru', -301), /waktu/],
    ['further ahead than allowed', sign('baru', 61), /waktu/],
    ['a changed time', sign('baru').replace(SECONDS, String(Number(SECONDS) - 1)), /tidak cocok/],
    ['another body', sign('baru', 0, Buffer.from('{}')), /tidak cocok/],
    ['another secret', sign('lain'), /tidak cocok/],
    ['an empty secret', sign(''), /tidak cocok/],
    ['no signature', '', /bentuknya salah/],
    ['the signature alone', sign('baru').slice(13), /bentuknya salah/],
    ['half of one', sign('baru').slice(0, 50), /bentuknya salah/],
    ['a time with a fraction', sign('baru').replace(',', '.0,'), /bentuknya salah/],
    ['rubbish behind it', `${sign('baru')}00`, /bentuknya salah/],
  ])('%s is refused', (_name, tanda, why) => {
    expect(() => verify(request(tanda))).toThrow(refused);
    expect(() => verify(request(tanda))).toThrow(why);
  });
});

describe('the handshake', () => {
  const shake = handshakeOf({ verify_token: 'sandi', token: ['hub.verify_token', 'token'], challenge: ['challenge'] });

  test('reads the word back to whoever knows the token, under any of its names', () => {
    expect(shake({ 'hub.verify_token': 'sandi', challenge: '1158201444' })).toBe('1158201444');
    expect(shake({ token: 'sandi', challenge: 'x'.repeat(200) })).toBe('x'.repeat(200));
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['no token', { challenge: '1' }, /kata sandinya/],
    ['another token', { token: 'lain', challenge: '1' }, /kata sandinya/],
    ['several tokens', { token: ['sandi'], challenge: '1' }, /kata sandinya/],
    ['no word', { token: 'sandi' }, /tidak ada kata/],
    ['an endless word', { token: 'sandi', challenge: 'x'.repeat(201) }, /tidak ada kata/],
  ])('%s is refused', (_name, query, why) => {
    expect(() => shake(query)).toThrow(refused);
    expect(() => shake(query)).toThrow(why);
  });
});
