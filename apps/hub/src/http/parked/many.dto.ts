import { ApiProperty } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { ChoiceFilter, TextFilter } from '../paging/fields.ts';
import { PARKED_KINDS, type ParkedKind, REASON_CHARS } from './parked.dto.ts';

const MOST = 1_000;

/** What waits for the same reason. */
export class ParkedGroup {
  @ApiProperty({ example: 'smartdpu' }) instance!: string;
  @ApiProperty({ enum: PARKED_KINDS }) type!: ParkedKind;
  @ApiProperty({ enum: ['parked', 'uncertain'], description: 'uncertain: mungkin sudah sampai' })
  state!: 'parked' | 'uncertain';
  @ApiProperty({ type: String, nullable: true, description: 'Mengapa menunggu' }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'rejected' }) code!: string | null;
  @ApiProperty({ description: 'Apa yang dapat dilakukan' }) advice!: string;
  @ApiProperty() count!: number;
  @ApiProperty({ type: String, format: 'date-time', description: 'Yang tertua menunggu sejak' }) oldest!: Date;
}

export class ParkedGroups {
  @ApiProperty({ type: [ParkedGroup] }) data!: ParkedGroup[];
}

export class RetryRequest {
  @TextFilter('Koneksi') instance?: string;
  @TextFilter('Alasan, persis seperti dalam daftar kelompok', REASON_CHARS) reason?: string;
  @ChoiceFilter(PARKED_KINDS, 'delivery: yang akan dikirim; message: yang diterima') kind?: ParkedKind;

  @Transform(({ value }: TransformFnParams): unknown => value ?? 100)
  @IsInt({ message: 'harus berupa bilangan bulat' })
  @Min(1, { message: 'paling kecil 1' })
  @Max(MOST, { message: `paling besar ${MOST}` })
  @ApiProperty({ required: false, type: Number, minimum: 1, maximum: MOST, default: 100 })
  limit = 100;
}

export class RetriedAll {
  @ApiProperty({ description: 'Berapa yang dicoba lagi' }) count!: number;
}

export class PreviewedRequest {
  @ApiProperty({ example: 'POST' }) method!: string;
  @ApiProperty({ description: 'Jalur dan kueri; nilai yang tidak terbuka disamarkan' }) path!: string;
  @ApiProperty({ type: Object, description: 'Tajuk; yang mungkin rahasia disamarkan' })
  headers!: Record<string, string>;
  @ApiProperty({ type: Object, nullable: true, description: 'Isi; hanya nilai yang terbuka menurut profil' })
  body!: unknown;
}

export class PreviewShown {
  @ApiProperty({ type: PreviewedRequest, nullable: true, description: 'null: tidak ada yang akan dikirim' })
  request!: PreviewedRequest | null;
  @ApiProperty({ type: String, nullable: true, description: 'Yang perlu diketahui sebelum mencoba lagi' })
  note!: string | null;
}
