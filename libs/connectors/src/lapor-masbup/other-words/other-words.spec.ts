import { conformance } from '#connector/testing';
import { LaporMasbupAdapter } from '../adapter.ts';
import { OtherWordsSimulator } from './words.ts';

// The whole suite again, against a platform whose every path, header, field and label is another: the code must not care.
conformance(new LaporMasbupAdapter(), {
  profile: new URL('./profile.yaml', import.meta.url),
  fixtures: new URL('./', import.meta.url),
  simulator: (options) => new OtherWordsSimulator(options),
  env: (baseUrl) => ({
    LAPOR_MASBUP_BASE_URL: baseUrl,
    LAPOR_MASBUP_TOKEN: 'token-simulator',
    LAPOR_MASBUP_WEBHOOK_SECRET: 'segel-rahasia-contoh',
  }),
  wrongEnv: { LAPOR_MASBUP_TOKEN: 'token-yang-salah' },
  open: { play: 'lapor', input: { isi: 'Lampu jalan rekaan di tikungan padam sejak sebulan lalu.' } },
  change: { play: 'tanggapan', input: { isi: 'Penanganan rekaan dijadwalkan pekan depan.' } },
});
