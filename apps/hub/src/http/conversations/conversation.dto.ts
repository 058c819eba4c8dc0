import { ApiProperty } from '@nestjs/swagger';
import { ChoiceFilter, PageQuery, TextFilter } from '../paging/fields.ts';

const KINDS = ['direct', 'comment'] as const;

export class ConversationQuery extends PageQuery {
  @TextFilter('Koneksi') instance?: string;
  @ChoiceFilter(KINDS, 'direct: pesan pribadi; comment: di bawah kiriman') kind?: (typeof KINDS)[number];
  @TextFilter('Nomor aduan yang lahir di percakapan ini') complaint?: string;
}

/** A conversation, without what was said in it. */
export class ConversationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'whatsapp' }) instance!: string;
  @ApiProperty({ enum: KINDS }) kind!: (typeof KINDS)[number];
  @ApiProperty({ type: String, nullable: true, example: '+6281•••0142', description: 'Disamarkan' })
  person!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Aduan yang terakhir lahir di sini' })
  complaint!: string | null;
  @ApiProperty() messages!: number;
  @ApiProperty({ type: String, nullable: true, example: 'read', description: 'Nasib balasan kita yang terakhir' })
  last_said!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Mengapa balasan terakhir tidak sampai' })
  last_said_reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Warga terakhir berbicara' })
  last_heard_at!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Menunggu warga selesai sampai' })
  due_at!: Date | null;
}

export class ConversationPage {
  @ApiProperty({ type: [ConversationView] }) data!: ConversationView[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

export class DropQuery extends PageQuery {
  @TextFilter('Koneksi') instance?: string;
  @TextFilter('Alasan, misalnya spam') reason?: string;
}

/** Something that was said and is no complaint. Its words are gone after thirty days. */
export class DropView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() instance!: string;
  @ApiProperty({ format: 'uuid' }) conversation!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Disamarkan' }) person!: string | null;
  @ApiProperty({ example: 'greeting' }) reason!: string;
  @ApiProperty({ example: 'Sapaan' }) reason_label!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ description: 'Jumlah lampiran' }) attachments!: number;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) dropped_at!: Date;
}

export class DropPage {
  @ApiProperty({ type: [DropView] }) data!: DropView[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
