import { ApiProperty } from '@nestjs/swagger';
import { ChoiceFilter, PageQuery, Reason, TextFilter } from '../paging/fields.ts';

export const PARKED_KINDS = ['delivery', 'message'] as const;
export const REASON_CHARS = 4_000;
export type ParkedKind = (typeof PARKED_KINDS)[number];

export class ParkedQuery extends PageQuery {
  @TextFilter('Koneksi') instance?: string;
  @TextFilter('Alasan, persis seperti dalam daftar kelompok', REASON_CHARS) reason?: string;
  @ChoiceFilter(PARKED_KINDS, 'delivery: yang akan dikirim; message: yang diterima') kind?: ParkedKind;
}

/** Something that waits for a person's decision. */
export class ParkedItem {
  @ApiProperty({ example: 'd_0198f6a2-5c1e-7a30-9d5b-3c1f0a2b4d6e' }) id!: string;
  @ApiProperty({ enum: PARKED_KINDS }) type!: ParkedKind;
  @ApiProperty() instance!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Nomor aduan, bila diketahui' }) complaint!: string | null;
  @ApiProperty({ example: 'Tanggapan' }) what!: string;
  @ApiProperty({ example: 'replied' }) kind!: string;
  @ApiProperty({ enum: ['parked', 'uncertain'], description: 'uncertain: mungkin sudah sampai' })
  state!: 'parked' | 'uncertain';
  @ApiProperty({ type: String, nullable: true, description: 'Mengapa menunggu' }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'rejected' }) code!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) since!: Date;
  @ApiProperty() attempts!: number;
  @ApiProperty({ description: 'Berapa kiriman tertahan di belakangnya' }) behind!: number;
}

export class ParkedPage {
  @ApiProperty({ type: [ParkedItem] }) data!: ParkedItem[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

export class ParkedDetail extends ParkedItem {
  @ApiProperty({ description: 'Sama dengan trace_id di jejak audit' }) trace_id!: string;
  @ApiProperty({
    type: Object,
    nullable: true,
    required: false,
    description: 'delivery: yang akan dikirim, tanpa identitas',
  })
  body?: object | null;
  @ApiProperty({ type: String, nullable: true, required: false, description: 'delivery: aturan yang memilih tujuan' })
  rule?: string | null;
  @ApiProperty({ type: Object, required: false, description: 'message: tajuk yang disimpan, tanpa tanda tangan' })
  headers?: object;
  @ApiProperty({ type: Number, nullable: true, required: false, description: 'message: ukuran isi, bita' })
  size?: number | null;
  @ApiProperty({ type: String, nullable: true, required: false, description: 'message: nomor kasus di platform' })
  external_id?: string | null;
}

export class ParkedDone {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: ['retry', 'skipped'] }) outcome!: 'retry' | 'skipped';
}

export class SkipRequest {
  @Reason() reason!: string;
}
