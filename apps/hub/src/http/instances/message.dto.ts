import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../paging/fields.ts';

const STATES = ['new', 'waiting', 'parked', 'done', 'skipped'] as const;

export class MessagesQuery extends PageQuery {}

/** A message as it lies in the inbox; what stands in it stays sealed. */
export class ReceivedMessage {
  @ApiProperty({ description: 'Bilangan bulat besar, sebagai teks' }) id!: string;
  @ApiProperty({ enum: ['webhook', 'poll', 'case'] }) kind!: string;
  @ApiProperty({ enum: STATES }) state!: (typeof STATES)[number];
  @ApiProperty({ type: String, nullable: true, description: 'Nomor kasus di platform' }) external_id!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Nomor aduan, bila diketahui' }) complaint!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'unknown_label' }) code!: string | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) received_at!: Date;
}

export class MessagePage {
  @ApiProperty({ type: [ReceivedMessage] }) data!: ReceivedMessage[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
