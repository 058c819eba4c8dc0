import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { CATEGORIES, type Category, KEWENANGANS, type Kewenangan } from '#complaint';
import { PageQuery } from '../paging/fields.ts';

const WHYS = ['unsure', 'marked'] as const;
const AREA = /^33\.03\.\d{2}(\.\d{4})?$/;

export class TriageQuery extends PageQuery {}

export class PlaceView {
  @ApiProperty({ example: '33.03.09' }) code!: string;
  @ApiProperty({ example: 'Bobotsari' }) kecamatan!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Desa atau kelurahan; null: seluruh kecamatan' })
  desa!: string | null;
}

export class PlaceList {
  @ApiProperty({ type: [PlaceView] }) data!: PlaceView[];
}

class PositionView {
  @ApiProperty({ example: -7.3021 }) lat!: number;
  @ApiProperty({ example: 109.3644 }) lon!: number;
}

/** What a complaint's text is taken for, until a person has said whether it is so. */
export class TriageView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'SA-2026-000042' }) complaint!: string;
  @ApiProperty({ example: 'whatsapp' }) channel!: string;
  @ApiProperty() text!: string;
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'integer' } },
    description: 'Letak kata-kata yang menentukan, dari huruf ke huruf',
  })
  highlights!: [number, number][];
  @ApiProperty({ enum: WHYS, description: 'unsure: belum yakin; marked: pelapor minta dilindungi' })
  why!: (typeof WHYS)[number];
  @ApiProperty({ enum: CATEGORIES, nullable: true, type: String }) category!: Category | null;
  @ApiProperty({ enum: KEWENANGANS, nullable: true, type: String }) kewenangan!: Kewenangan | null;
  @ApiProperty({ type: PlaceView, nullable: true }) area!: PlaceView | null;
  @ApiProperty({ type: PositionView, nullable: true, description: 'Yang dikirim pelapor, atau dari fotonya' })
  position!: PositionView | null;
  @ApiProperty({ description: '0 sampai 1' }) confidence!: number;
  @ApiProperty({ type: [String], description: 'Kata-kata yang menentukan, dalam ejaan baku' }) matched!: string[];
  @ApiProperty({ type: [String] }) reasons!: string[];
  @ApiProperty() anonim!: boolean;
  @ApiProperty() rahasia!: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) opened_at!: Date;
}

export class TriagePage {
  @ApiProperty({ type: [TriageView] }) data!: TriageView[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
  @ApiProperty({ description: 'Semua yang menunggu, juga yang di halaman lain' }) waiting!: number;
}

export class CorrectRequest {
  @IsIn(CATEGORIES, { message: `hanya mengenal ${CATEGORIES.join(', ')}` })
  @ApiProperty({ enum: CATEGORIES, description: 'Pokok aduan' })
  category!: Category;

  @IsIn([...KEWENANGANS, 'unknown'], { message: `hanya mengenal ${KEWENANGANS.join(', ')}, unknown` })
  @ApiProperty({ enum: [...KEWENANGANS, 'unknown'], description: 'Pihak yang berwenang' })
  kewenangan!: Kewenangan | 'unknown';

  @IsOptional()
  @Matches(AREA, { message: 'harus kode kecamatan atau desa, misalnya 33.03.09' })
  @ApiProperty({
    required: false,
    type: String,
    pattern: AREA.source,
    description: 'Kode wilayah; tanpa: tidak diketahui',
  })
  area?: string;
}

export class TriageDone {
  @ApiProperty({ example: 'SA-2026-000042' }) complaint!: string;
  @ApiProperty({ type: [String], description: 'Platform yang akan diberi tahu' }) targets!: string[];
  @ApiProperty({ description: 'Sama dengan trace_id di jejak audit' }) trace_id!: string;
}
