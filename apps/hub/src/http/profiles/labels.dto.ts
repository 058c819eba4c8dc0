import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, type Category, type Outcome, type Rejection, type Status, STATUSES } from '#complaint';

const UNMAPPED_KINDS = ['status', 'category', 'kewenangan', 'other'] as const;

export class StatusLabel {
  @ApiProperty({ example: 'Dalam Tindakan', description: 'Kata platform' }) label!: string;
  @ApiProperty({ enum: STATUSES, nullable: true }) status!: Status | null;
  @ApiProperty({ enum: ['returned', 'accepted'], nullable: true, description: 'Bila bukan status' })
  event!: 'returned' | 'accepted' | null;
  @ApiProperty({ type: String, nullable: true }) outcome!: Outcome | null;
  @ApiProperty({ type: String, nullable: true }) rejection!: Rejection | null;
  @ApiProperty({ example: 'Diproses', description: 'Artinya bagi kita' }) means!: string;
  @ApiProperty({ description: 'Kasus yang kini berlabel ini' }) count!: number;
}

export class StatusWord {
  @ApiProperty({ example: 'in_progress' }) status!: string;
  @ApiProperty({ example: 'Diproses' }) status_label!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Kata platform; null: tidak dikirim' }) word!:
    | string
    | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    nullable: true,
    description: 'Kata menurut hasil atau alasan, bila berbeda-beda',
  })
  words!: Record<string, string | null> | null;
}

export class CategoryLabel {
  @ApiProperty({ example: 'Infrastruktur' }) label!: string;
  @ApiProperty({ enum: CATEGORIES, nullable: true, description: 'null: orang yang memutuskan' })
  category!: Category | null;
  @ApiProperty({ type: String, nullable: true }) category_label!: string | null;
}

export class CategoryWord {
  @ApiProperty({ enum: CATEGORIES }) category!: Category;
  @ApiProperty({ type: String, nullable: true }) word!: string | null;
}

export class UnmappedLabel {
  @ApiProperty({ enum: UNMAPPED_KINDS }) kind!: (typeof UNMAPPED_KINDS)[number];
  @ApiProperty({ description: 'Kata platform, persis' }) label!: string;
  @ApiProperty({ description: 'Kasus yang tertahan karenanya' }) count!: number;
  @ApiProperty({ type: String, format: 'date-time' }) oldest!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) newest!: Date;
}

export class Labels {
  @ApiProperty({ type: [StatusLabel] }) statuses!: StatusLabel[];
  @ApiProperty({ type: [StatusWord] }) status_words!: StatusWord[];
  @ApiProperty({ type: [CategoryLabel] }) categories!: CategoryLabel[];
  @ApiProperty({ type: [CategoryWord] }) category_words!: CategoryWord[];
  @ApiProperty({ type: [UnmappedLabel], description: 'Kata yang belum dipetakan, terbanyak dulu' })
  unmapped!: UnmappedLabel[];
}
