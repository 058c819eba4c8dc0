import type { PlatformSimulator, SimulatorOptions } from '#connector/testing';
import { LaporMasbupSimulator } from './lapor-masbup/simulator.ts';
import { LaporgubSimulator } from './laporgub/simulator.ts';
import { SmartdpuSimulator } from './smartdpu/simulator.ts';
import { WhatsappSimulator } from './whatsapp/simulator.ts';

/** Every connector's platform, by the connector's name. */
export const SIMULATORS: Readonly<Record<string, new (options?: SimulatorOptions) => PlatformSimulator>> = {
  'lapor-masbup': LaporMasbupSimulator,
  laporgub: LaporgubSimulator,
  smartdpu: SmartdpuSimulator,
  whatsapp: WhatsappSimulator,
};

/** The variables by which a hub speaks to the simulated channels: what those know by default. */
export const channelVariables = (urls: Readonly<Record<string, string>>): Record<string, string | undefined> => ({
  META_APP_ID: '880000000000011',
  META_APP_SECRET: 'simulator-app-secret',
  META_VERIFY_TOKEN: 'kata-simulator',
  WHATSAPP_GRAPH_BASE_URL: urls['whatsapp'],
  WHATSAPP_PHONE_NUMBER_ID: '105300000000022',
  WHATSAPP_WABA_ID: '104200000000011',
  WHATSAPP_ACCESS_TOKEN: 'token-simulator',
});

export { LaporMasbupSimulator, LaporgubSimulator, SmartdpuSimulator, WhatsappSimulator };
