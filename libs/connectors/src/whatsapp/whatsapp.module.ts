import { Module } from '@nestjs/common';
import { WhatsappAdapter } from './adapter.ts';

@Module({ providers: [WhatsappAdapter], exports: [WhatsappAdapter] })
export class WhatsappModule {}
