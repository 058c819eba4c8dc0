import { conformance } from '#connector/testing';
import { LaporMasbupAdapter } from './adapter.ts';
import { LaporMasbupSimulator } from './simulator.ts';

const profile = new URL('../../../../config/connectors/lapor-masbup.yaml', import.meta.url);
const env = (baseUrl: string): Record<string, string> => ({
  LAPOR_MASBUP_BASE_URL: baseUrl,
  LAPOR_MASBUP_TOKEN: 'token-simulator',
  LAPOR_MASBUP_WEBHOOK_SECRET: `whsec_${btoa('rahasia-simulator-lapor-masbup')}`,
});

conformance(new LaporMasbupAdapter(), {
  profile,
  fixtures: new URL('./fixtures/', import.meta.url),
  simulator: (options) => new LaporMasbupSimulator(options),
  env,
  wrongEnv: { LAPOR_MASBUP_TOKEN: 'token-yang-salah' },
  open: { play: 'lapor', input: { isi: 'Lampu jalan rekaan di tikungan padam sejak sebulan lalu.' } },
  change: { play: 'tanggapan', input: { isi: 'Penanganan rekaan dijadwalkan pekan depan.' } },
});
