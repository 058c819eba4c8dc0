import { Module } from '@nestjs/common';
import type { Adapter } from '#connector';
import { FacebookAdapter } from './facebook/adapter.ts';
import { FacebookModule } from './facebook/facebook.module.ts';
import { InstagramAdapter } from './instagram/adapter.ts';
import { InstagramModule } from './instagram/instagram.module.ts';
import { LaporMasbupAdapter } from './lapor-masbup/adapter.ts';
import { LaporMasbupModule } from './lapor-masbup/lapor-masbup.module.ts';
import { LaporgubAdapter } from './laporgub/adapter.ts';
import { LaporgubModule } from './laporgub/laporgub.module.ts';
import { SmartdpuAdapter } from './smartdpu/adapter.ts';
import { SmartdpuModule } from './smartdpu/smartdpu.module.ts';
import { TiktokAdapter } from './tiktok/adapter.ts';
import { TiktokModule } from './tiktok/tiktok.module.ts';
import { WhatsappAdapter } from './whatsapp/adapter.ts';
import { WhatsappModule } from './whatsapp/whatsapp.module.ts';

/** A new connector is its folder and one line here. */
const LIST = [
  { module: LaporMasbupModule, adapter: LaporMasbupAdapter },
  { module: LaporgubModule, adapter: LaporgubAdapter },
  { module: SmartdpuModule, adapter: SmartdpuAdapter },
  { module: WhatsappModule, adapter: WhatsappAdapter },
  { module: InstagramModule, adapter: InstagramAdapter },
  { module: FacebookModule, adapter: FacebookAdapter },
  { module: TiktokModule, adapter: TiktokAdapter },
] as const;

/** Injects `readonly Adapter[]`, in the order of the list. */
export const CONNECTORS = Symbol('CONNECTORS');

@Module({
  imports: LIST.map(({ module }) => module),
  providers: [
    {
      provide: CONNECTORS,
      inject: LIST.map(({ adapter }) => adapter),
      useFactory: (...adapters: Adapter[]): readonly Adapter[] => adapters,
    },
  ],
  exports: [CONNECTORS],
})
export class ConnectorsModule {}
