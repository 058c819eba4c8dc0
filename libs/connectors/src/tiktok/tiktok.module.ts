import { Module } from '@nestjs/common';
import { TiktokAdapter } from './adapter.ts';

@Module({ providers: [TiktokAdapter], exports: [TiktokAdapter] })
export class TiktokModule {}
