import { Module } from '@nestjs/common';
import type { Adapter } from '#connector';
import { LaporMasbupAdapter } from './lapor-masbup/adapter.ts';
import { LaporMasbupModule } from './lapor-masbup/lapor-masbup.module.ts';
import { LaporgubAdapter } from './laporgub/adapter.ts';
import { LaporgubModule } from './laporgub/laporgub.module.ts';
import { SmartdpuAdapter } from './smartdpu/adapter.ts';
import { SmartdpuModule } from './smartdpu/smartdpu.module.ts';
import { WhatsappAdapter } from './whatsapp/adapter.ts';
import { WhatsappModule } from './whatsapp/whatsapp.module.ts';

/** A new connector is its folder and one line here. */
const LIST = [
  { module: LaporMasbupModule, adapter: LaporMasbupAdapter },
  { module: LaporgubModule, adapter: LaporgubAdapter },
  { module: SmartdpuModule, adapter: SmartdpuAdapter },
  { module: WhatsappModule, adapter: WhatsappAdapter },
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
