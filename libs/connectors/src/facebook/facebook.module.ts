import { Module } from '@nestjs/common';
import { FacebookAdapter } from './adapter.ts';

@Module({ providers: [FacebookAdapter], exports: [FacebookAdapter] })
export class FacebookModule {}
