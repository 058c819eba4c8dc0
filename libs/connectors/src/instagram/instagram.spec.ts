import { channelConformance } from '#connector/testing';
import { InstagramAdapter } from './adapter.ts';
import { InstagramSimulator } from './simulator.ts';

channelConformance(new InstagramAdapter(), {
  profile: new URL('../../../../config/connectors/instagram.yaml', import.meta.url),
  fixtures: new URL('./fixtures/', import.meta.url),
  simulator: (options) => new InstagramSimulator({ ...options, receiptsAfter: 10 }),
  env: (baseUrl) => ({
    INSTAGRAM_GRAPH_BASE_URL: baseUrl,
    META_APP_SECRET: 'simulator-app-secret',
    META_VERIFY_TOKEN: 'kata-simulator',
    INSTAGRAM_USER_ID: '17841400000000011',
    INSTAGRAM_ACCESS_TOKEN: 'token-simulator',
  }),
  wrongEnv: { INSTAGRAM_ACCESS_TOKEN: 'token-salah' },
  direct: { play: 'kirim', input: { nama: 'warga.contoh', isi: 'pohon tumbang di jalan kenanga' } },
  comment: { play: 'komentar', input: { nama: 'warga.contoh', isi: 'kapan lampu taman diperbaiki? 🙏' } },
  unsubscribe: (simulator) => {
    simulator.accountFields = [];
  },
});
