import type { PlatformSimulator, SimulatorOptions } from '#connector/testing';
import { FacebookSimulator } from './facebook/simulator.ts';
import { InstagramSimulator } from './instagram/simulator.ts';
import { LaporMasbupSimulator } from './lapor-masbup/simulator.ts';
import { LaporgubSimulator } from './laporgub/simulator.ts';
import { SmartdpuSimulator } from './smartdpu/simulator.ts';
import { TiktokSimulator } from './tiktok/simulator.ts';
import { WhatsappSimulator } from './whatsapp/simulator.ts';

/** Every connector's platform, by the connector's name. */
export const SIMULATORS: Readonly<Record<string, new (options?: SimulatorOptions) => PlatformSimulator>> = {
  'lapor-masbup': LaporMasbupSimulator,
  laporgub: LaporgubSimulator,
  smartdpu: SmartdpuSimulator,
  whatsapp: WhatsappSimulator,
  instagram: InstagramSimulator,
  facebook: FacebookSimulator,
  tiktok: TiktokSimulator,
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
  INSTAGRAM_GRAPH_BASE_URL: urls['instagram'],
  INSTAGRAM_USER_ID: '17841400000000011',
  INSTAGRAM_ACCESS_TOKEN: 'token-simulator',
  FACEBOOK_GRAPH_BASE_URL: urls['facebook'],
  FACEBOOK_PAGE_ID: '100100000000011',
  FACEBOOK_PAGE_TOKEN: 'token-simulator',
  TIKTOK_BASE_URL: urls['tiktok'],
  TIKTOK_CLIENT_KEY: '7300000000000000011',
  TIKTOK_CLIENT_SECRET: 'rahasia-tiktok',
  TIKTOK_BUSINESS_ID: '-000SimBizAccountOpenId0000000000000001',
  TIKTOK_REFRESH_TOKEN: 'rft.simulator-1',
  TIKTOK_UNIQUE_IDENTIFIER: '+SimOwnAccountUniqueIdentifier',
});

export { LaporMasbupSimulator, LaporgubSimulator, SmartdpuSimulator, WhatsappSimulator };
