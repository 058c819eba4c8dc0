import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { ChoiceFilter, MomentFilter, PageQuery, PatternFilter, TextFilter } from '../paging/fields.ts';

const HOPS = ['receive', 'ingest', 'deliver', 'person', 'system'] as const;
const DIRECTIONS = ['in', 'out'] as const;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const FORMATS = ['csv', 'jsonl', 'cloudevents'] as const;

export class AuditFilter {
  @ChoiceFilter(HOPS, 'Langkah') hop?: string;
  @TextFilter('Koneksi') instance?: string;
  @ChoiceFilter(DIRECTIONS, 'Arah') direction?: string;
  @TextFilter('Hasil, misalnya ok atau parked') outcome?: string;
  @TextFilter('Pelaku, misalnya hub') actor?: string;
  @TextFilter('Nomor aduan') complaint?: string;
  @TextFilter('Nomor jejak') trace_id?: string;
  @PatternFilter(UUID, 'Kiriman', 'harus berupa UUID') delivery_id?: string;
  @TextFilter('Jenis peristiwa, misalnya replied') event_type?: string;
  @TextFilter('Aturan penerusan') rule?: string;
  @MomentFilter('Sejak') from?: string;
  @MomentFilter('Sampai; tanggal tanpa jam termasuk seharian') to?: string;
}

export class AuditQuery extends IntersectionType(PageQuery, AuditFilter) {}

export class AuditExportQuery extends AuditFilter {
  @ChoiceFilter(FORMATS, 'csv bila tidak disebut; cloudevents: satu CloudEvents 1.0 tiap baris')
  format: (typeof FORMATS)[number] = 'csv';
}

/** One hop or one person's act. */
export class AuditEntry {
  @ApiProperty({ description: 'Bilangan bulat besar, sebagai teks' }) id!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty({ enum: HOPS }) hop!: string;
  @ApiProperty({ example: 'hub' }) actor!: string;
  @ApiProperty({ type: String, nullable: true }) instance!: string | null;
  @ApiProperty({ enum: DIRECTIONS, nullable: true }) direction!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'SA-2026-000042' }) complaint!: string | null;
  @ApiProperty({ type: String, nullable: true }) event_id!: string | null;
  @ApiProperty({ type: String, nullable: true }) event_type!: string | null;
  @ApiProperty({ type: String, nullable: true }) delivery_id!: string | null;
  @ApiProperty({ type: String, nullable: true }) inbox_id!: string | null;
  @ApiProperty({ example: 'ok' }) outcome!: string;
  @ApiProperty({ type: Number, nullable: true }) attempt!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Aturan penerusan yang cocok' }) rule!: string | null;
  @ApiProperty({ type: String, nullable: true }) detail!: string | null;
  @ApiProperty({ type: Object, nullable: true, description: 'Permintaan, tersamar' }) request!: unknown;
  @ApiProperty({ type: Object, nullable: true, description: 'Jawaban, tersamar' }) answer!: unknown;
  @ApiProperty({ type: Number, nullable: true }) duration_ms!: number | null;
  @ApiProperty() trace_id!: string;
}

/** One row, beside the one before it of the same delivery, complaint or connection. */
export class AuditDetail {
  @ApiProperty({ type: AuditEntry }) entry!: AuditEntry;
  @ApiProperty({ type: AuditEntry, nullable: true, description: 'Langkah sebelumnya' }) previous!: AuditEntry | null;
  @ApiProperty({ description: 'Yang berbeda dari langkah sebelumnya, sebagai unified diff; kosong bila tidak ada' })
  difference!: string;
}

export class AuditPage {
  @ApiProperty({ type: [AuditEntry] }) data!: AuditEntry[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
