import { Module } from '@nestjs/common';
import { LaporMasbupAdapter } from './adapter.ts';

@Module({ providers: [LaporMasbupAdapter], exports: [LaporMasbupAdapter] })
export class LaporMasbupModule {}
