import { OUTCOMES } from '#complaint';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** How a complaint was answered; a platform need not say with which result. */
const ENDINGS = [...OUTCOMES, 'tanpa_hasil', 'ditolak'] as const;
type Ending = (typeof ENDINGS)[number];
const MOST_HOURS = 24 * 31;

export class OverviewQuery {
  @Transform(({ value }: TransformFnParams): unknown => (/^\d{1,4}$/.test(String(value)) ? Number(value) : value))
  @IsInt({ message: 'harus berupa bilangan bulat' })
  @Min(1, { message: 'paling kecil 1' })
  @Max(MOST_HOURS, { message: `paling besar ${MOST_HOURS}` })
  @ApiProperty({
    required: false,
    type: Number,
    minimum: 1,
    maximum: MOST_HOURS,
    default: 24,
    description: 'Jam ke belakang',
  })
  hours = 24;
}

export class FlowNode {
  @ApiProperty({ example: 'laporgub' }) instance!: string;
  @ApiProperty() title!: string;
  @ApiProperty() connector!: string;
  @ApiProperty({ description: 'true: rumah semua aduan' }) home!: boolean;
  @ApiProperty({ enum: ['ok', 'warning', 'down', 'paused'] }) health!: 'ok' | 'warning' | 'down' | 'paused';
  @ApiProperty({ description: 'Mengapa tidak ok; kosong bila ok' }) reason!: string;
  @ApiProperty({ description: 'Kabar masuk tiap menit, lima menit terakhir' }) in_per_minute!: number;
  @ApiProperty({ description: 'Kiriman sampai tiap menit, lima menit terakhir' }) out_per_minute!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Median dari dicatat sampai terkirim, milidetik' })
  lag_p50_ms!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Sembilan belas dari dua puluh lebih cepat dari ini' })
  lag_p95_ms!: number | null;
  @ApiProperty({ description: 'Kiriman yang menunggu' }) waiting!: number;
  @ApiProperty({ description: 'Kiriman dan pesan yang menunggu orang' }) parked!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) heard_at!: Date | null;
}

export class FlowEdge {
  @ApiProperty({ description: 'Asal peristiwa; simpul: tindakan orang di sini' }) from!: string;
  @ApiProperty() to!: string;
  @ApiProperty({ example: 'replied', description: 'Jenis kiriman' }) kind!: string;
  @ApiProperty({ description: 'Terkirim dalam rentang ini' }) count!: number;
}

const NEEDS = ['delivery_parked', 'delivery_uncertain', 'message_parked', 'label_unmapped', 'instance_paused'] as const;

export class Need {
  @ApiProperty({ enum: NEEDS }) kind!: (typeof NEEDS)[number];
  @ApiProperty() instance!: string;
  @ApiProperty() count!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Yang tertua sejak' })
  oldest!: Date | null;
  @ApiProperty({ description: 'Apa yang dapat dilakukan' }) advice!: string;
}

export class Moment {
  @ApiProperty({ type: String, format: 'date-time', description: 'Awal selang' }) at!: Date;
  @ApiProperty({ description: 'Kabar diterima' }) received!: number;
  @ApiProperty({ description: 'Aduan baru' }) opened!: number;
  @ApiProperty({ description: 'Kiriman sampai' }) delivered!: number;
  @ApiProperty({ description: 'Kiriman yang kini menunggu orang' }) parked!: number;
  @ApiProperty({ type: Number, nullable: true }) lag_p50_ms!: number | null;
  @ApiProperty({ type: Number, nullable: true }) lag_p95_ms!: number | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: `Aduan yang dijawab, menurut hasilnya (${ENDINGS.join(', ')})`,
  })
  endings!: Partial<Record<Ending, number>>;
}

export class Overview {
  @ApiProperty({ type: [FlowNode] }) nodes!: FlowNode[];
  @ApiProperty({ type: [FlowEdge] }) edges!: FlowEdge[];
  @ApiProperty({ type: [Need], description: 'Yang memerlukan orang sekarang' }) needs!: Need[];
  @ApiProperty({ description: 'Peringatan yang terbuka' }) alerts_open!: number;
  @ApiProperty({ description: 'Panjang tiap selang, detik' }) step_seconds!: number;
  @ApiProperty({ type: [Moment], description: 'Menurut waktu, yang tertua lebih dulu' }) series!: Moment[];
}
