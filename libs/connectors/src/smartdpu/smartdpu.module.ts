import { Module } from '@nestjs/common';
import { SmartdpuAdapter } from './adapter.ts';

@Module({ providers: [SmartdpuAdapter], exports: [SmartdpuAdapter] })
export class SmartdpuModule {}
