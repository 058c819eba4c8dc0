import { channelConformance } from '#connector/testing';
import { WhatsappAdapter } from './adapter.ts';
import { WhatsappSimulator } from './simulator.ts';

channelConformance(new WhatsappAdapter(), {
  profile: new URL('../../../../config/connectors/whatsapp.yaml', import.meta.url),
  fixtures: new URL('./fixtures/', import.meta.url),
  simulator: (options) => new WhatsappSimulator({ ...options, receiptsAfter: 10 }),
  env: (baseUrl) => ({
    META_GRAPH_BASE_URL: baseUrl,
    META_APP_SECRET: 'simulator-app-secret',
    META_VERIFY_TOKEN: 'kata-simulator',
    META_APP_ID: '880000000000011',
    WHATSAPP_PHONE_NUMBER_ID: '105300000000022',
    WHATSAPP_WABA_ID: '104200000000011',
    WHATSAPP_ACCESS_TOKEN: 'token-simulator',
  }),
  wrongEnv: { WHATSAPP_ACCESS_TOKEN: 'token-salah' },
  direct: {
    play: 'kirim',
    input: { nama: 'Warga Contoh', nomor: '6281200000142', isi: 'jln depan pasar bobotsari bolong' },
  },
  unsubscribe: (simulator) => {
    simulator.accountFields = [];
  },
});
