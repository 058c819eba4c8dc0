import { channelConformance } from '#connector/testing';
import { FacebookAdapter } from './adapter.ts';
import { FacebookSimulator } from './simulator.ts';

channelConformance(new FacebookAdapter(), {
  profile: new URL('../../../../config/connectors/facebook.yaml', import.meta.url),
  fixtures: new URL('./fixtures/', import.meta.url),
  simulator: (options) => new FacebookSimulator({ ...options, receiptsAfter: 10 }),
  env: (baseUrl) => ({
    META_GRAPH_BASE_URL: baseUrl,
    META_APP_SECRET: 'simulator-app-secret',
    META_VERIFY_TOKEN: 'kata-simulator',
    META_APP_ID: '880000000000011',
    FACEBOOK_PAGE_ID: '100100000000011',
    FACEBOOK_PAGE_TOKEN: 'token-simulator',
  }),
  wrongEnv: { FACEBOOK_PAGE_TOKEN: 'token-salah' },
  direct: { play: 'kirim', input: { nama: 'Warga Contoh', isi: 'pohon tumbang di jalan kenanga' } },
  comment: { play: 'komentar', input: { nama: 'Warga Contoh', isi: 'kapan lampu taman diperbaiki? 🙏' } },
  unsubscribe: (simulator) => {
    simulator.accountFields = [];
  },
});
