import { channelConformance } from '#connector/testing';
import { TiktokAdapter } from './adapter.ts';
import { TiktokSimulator } from './simulator.ts';

channelConformance(new TiktokAdapter(), {
  profile: new URL('../../../../config/connectors/tiktok.yaml', import.meta.url),
  fixtures: new URL('./fixtures/', import.meta.url),
  simulator: (options) => new TiktokSimulator({ ...options, receiptsAfter: 10 }),
  env: (baseUrl) => ({
    TIKTOK_BASE_URL: baseUrl,
    TIKTOK_CLIENT_KEY: '7300000000000000011',
    TIKTOK_CLIENT_SECRET: 'rahasia-tiktok',
    TIKTOK_BUSINESS_ID: '-000SimBizAccountOpenId0000000000000001',
    TIKTOK_REFRESH_TOKEN: 'rft.simulator-1',
    TIKTOK_UNIQUE_IDENTIFIER: '+SimOwnAccountUniqueIdentifier',
  }),
  wrongEnv: { TIKTOK_REFRESH_TOKEN: 'rft.salah' },
  direct: { play: 'kirim', input: { nama: 'warga.contoh', isi: 'jalan pasar terendam' } },
  comment: { play: 'komentar', input: { nama: 'warga.contoh', isi: 'sampah di pantai penuh seminggu 🗑' } },
  unsubscribe: (simulator) => simulator.callbacks.set('COMMENT', 'https://lain.invalid/'),
});
