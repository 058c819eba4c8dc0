import { ApiProperty } from '@nestjs/swagger';
import {
  CATEGORIES,
  DEADLINE_KINDS,
  type DeadlineKind,
  type DeadlineState,
  type Category,
  KEWENANGANS,
  type Kewenangan,
  type Link,
  OUTCOMES,
  type Outcome,
  REJECTIONS,
  type Rejection,
  type Status,
  STATUSES,
} from '#complaint';
import { ReporterView } from './reporter.dto.ts';

export class Place {
  @ApiProperty({ type: String, required: false }) address?: string | undefined;
  @ApiProperty({ type: String, required: false, example: '33.03.09' }) area_code?: string | undefined;
  @ApiProperty({ type: String, required: false }) kecamatan?: string | undefined;
  @ApiProperty({ type: String, required: false }) desa?: string | undefined;
  @ApiProperty({ type: Number, required: false }) lat?: number | undefined;
  @ApiProperty({ type: Number, required: false }) lon?: number | undefined;
  @ApiProperty({ type: String, required: false }) road?: string | undefined;
}

export class LinkedCase {
  @ApiProperty({ example: 'laporgub' }) instance!: string;
  @ApiProperty({ enum: ['origin', 'home', 'handler', 'reporter'] }) role!: Link['role'];
  @ApiProperty({ type: String, nullable: true, example: 'LGWP12345678' }) external_id!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Sebutan kita kepada platform' }) reference!: string | null;
  @ApiProperty({ enum: ['pending', 'open', 'returned', 'gone', 'refused'] }) state!: Link['state'];
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Status menurut kata platform sendiri' }) label!:
    | string
    | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) label_at!: string | null;
}

const DEADLINE_STATES: DeadlineState[] = ['running', 'due_soon', 'overdue', 'paused', 'met', 'late'];

export class DeadlineView {
  @ApiProperty({ enum: DEADLINE_KINDS }) kind!: DeadlineKind;
  @ApiProperty({ example: 'Tanggapan pertama' }) label!: string;
  @ApiProperty({ enum: DEADLINE_STATES }) state!: DeadlineState;
  @ApiProperty({ type: String, format: 'date-time' }) start_at!: string;
  @ApiProperty({ type: String, format: 'date-time' }) warn_at!: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'Saat pertama yang terlambat' }) due_at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) met_at!: string | null;
  @ApiProperty({ description: 'Dasar aturannya' }) source!: string;
  @ApiProperty({ description: 'false: aturan atau hari liburnya masih perlu diverifikasi' }) verified!: boolean;
}

/** A complaint without the reporter: who complains is told one by one, for a reason. */
export class ComplaintView {
  @ApiProperty({ example: 'SA-2026-000042' }) number!: string;
  @ApiProperty({ enum: STATUSES }) status!: Status;
  @ApiProperty({ example: 'Diproses' }) status_label!: string;
  @ApiProperty({ enum: OUTCOMES, nullable: true }) outcome!: Outcome | null;
  @ApiProperty({ enum: REJECTIONS, nullable: true }) rejection!: Rejection | null;
  @ApiProperty({ type: String, nullable: true, description: 'Alasan ditolak atau dikembalikan' }) reason!:
    | string
    | null;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty() text!: string;
  @ApiProperty({ enum: CATEGORIES, nullable: true }) category!: Category | null;
  @ApiProperty({ type: String, nullable: true, example: 'Jalan' }) category_label!: string | null;
  @ApiProperty({ enum: KEWENANGANS, nullable: true }) kewenangan!: Kewenangan | null;
  @ApiProperty({ type: String, nullable: true }) opd!: string | null;
  @ApiProperty({ example: 'whatsapp' }) channel!: string;
  @ApiProperty({ description: 'Koneksi yang pertama memberi tahu' }) origin!: string;
  @ApiProperty({ description: 'Koneksi yang statusnya berlaku' }) handler!: string;
  @ApiProperty({ type: Place, nullable: true }) location!: Place | null;
  @ApiProperty() anonim!: boolean;
  @ApiProperty() rahasia!: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) opened_at!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) updated_at!: Date;
  @ApiProperty({ type: [LinkedCase] }) links!: LinkedCase[];
}

export class ComplaintDetail extends ComplaintView {
  @ApiProperty({
    type: ReporterView,
    nullable: true,
    description: 'Tersamar; null bagi yang tidak boleh membukanya, atau bila tidak diketahui',
  })
  reporter!: ReporterView | null;
  @ApiProperty({ type: [DeadlineView] }) deadlines!: DeadlineView[];
}

export class ReporterAccess {
  @ApiProperty({ example: 'SA-2026-000042' }) number!: string;
  @ApiProperty({ example: 'K7QM-4TXP' }) code!: string;
  @ApiProperty({ description: 'Halaman lacak; siapa pun yang memegangnya dapat membaca aduannya' })
  tracking_url!: string;
}

export class ComplaintPage {
  @ApiProperty({ type: [ComplaintView] }) data!: ComplaintView[];
  @ApiProperty({ type: String, nullable: true, description: 'Penanda halaman berikutnya' }) next_cursor!: string | null;
}
