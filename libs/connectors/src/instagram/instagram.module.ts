import { Module } from '@nestjs/common';
import { InstagramAdapter } from './adapter.ts';

@Module({ providers: [InstagramAdapter], exports: [InstagramAdapter] })
export class InstagramModule {}
