import { Module } from '@nestjs/common';
import { LaporgubAdapter } from './adapter.ts';

@Module({ providers: [LaporgubAdapter], exports: [LaporgubAdapter] })
export class LaporgubModule {}
