import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, Matches } from 'class-validator';
import { FAILURES, type PushKind } from '#connector';
import { ComplaintView } from '../complaints/complaint.dto.ts';
import { Optional } from '../paging/fields.ts';
import { TextFault } from '../problems/problem.ts';
import { ConfigurationText } from './profile.dto.ts';

const RECEIVED = ['webhook', 'poll', 'case'] as const;
const PUSH_KINDS: PushKind[] = ['opened', 'replied', 'followed_up', 'status_changed', 'returned', 'linked', 'attached'];
const NUMBER = /^SA-\d{4}-\d{6,}$/;

export class DryRunRequest {
  @Optional()
  @ConfigurationText('Profil yang dicoba; yang berlaku bila tidak disebut')
  @ApiProperty({ required: false })
  text?: string;

  @IsOptional()
  @ApiProperty({ type: Object, required: false, description: 'Isi kabar: JSON, atau teks sebagaimana diterima' })
  payload?: unknown;

  @Optional()
  @Matches(/^\d{1,18}$/, { message: 'harus berupa nomor pesan' })
  @ApiProperty({ required: false, type: String, description: 'Pesan yang sudah diterima, sebagai ganti payload' })
  inbox_id?: string;

  @Optional()
  @IsObject({ message: 'harus berupa pasangan nama: nilai' })
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  headers?: Record<string, string>;

  @Optional()
  @IsIn(RECEIVED, { message: `hanya mengenal ${RECEIVED.join(', ')}` })
  @ApiProperty({
    required: false,
    enum: RECEIVED,
    description: 'Bagaimana isi itu diterima; webhook bila tidak disebut',
  })
  kind?: (typeof RECEIVED)[number];
}

const EFFECTS = ['applied', 'kept', 'accepted', 'conflict', 'heard', 'echo', 'unknown_case'] as const;

export class TrialEvent {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Peristiwa dalam kata kita, tanpa pelapor' })
  event!: object;
  @ApiProperty({ type: [String], description: 'Isian pelapor yang terbaca; nilainya tidak ditampilkan' })
  reporter!: string[];
  @ApiProperty({ enum: EFFECTS, description: 'Apa jadinya: heard: sudah pernah; echo: tulisan kita sendiri' })
  effect!: string;
  @ApiProperty({ type: [String], description: 'Platform yang akan diberi tahu' }) targets!: string[];
}

export class TrialProblem {
  @ApiProperty({ enum: ['unknown_label', 'unknown_type', 'invalid_field'] }) code!: string;
  @ApiProperty() message!: string;
  @ApiProperty({ type: String, required: false }) label?: string | undefined;
}

export class TrialFailure {
  @ApiProperty({ enum: Object.keys(FAILURES) }) failure!: string;
  @ApiProperty() message!: string;
}

export class TrialDecision {
  @ApiProperty({ type: String, nullable: true, description: 'null: tetap di rumah' }) to!: string | null;
  @ApiProperty() rule!: string;
  @ApiProperty() why!: string;
}

export class TrialCase {
  @ApiProperty() external_id!: string;
  @ApiProperty({ description: 'false: aduan ini sudah dikenal' }) is_new!: boolean;
  @ApiProperty({ type: ComplaintView, description: 'Aduan sebagaimana jadinya' }) complaint!: ComplaintView;
  @ApiProperty({ type: TrialDecision, description: 'Ke mana aturan rute mengirimnya' }) decision!: TrialDecision;
}

export class DryRunShown {
  @ApiProperty({ type: [TextFault], description: 'Kekeliruan profil; bila ada, selebihnya kosong' })
  faults!: TextFault[];
  @ApiProperty({ type: TrialFailure, nullable: true, description: 'Bila isinya tidak terbaca sama sekali' })
  failure!: TrialFailure | null;
  @ApiProperty({ type: [TrialProblem] }) problems!: TrialProblem[];
  @ApiProperty({ type: [TrialEvent] }) events!: TrialEvent[];
  @ApiProperty({ type: [TrialCase] }) cases!: TrialCase[];
}

export class PreviewRequest {
  @Optional()
  @ConfigurationText('Profil yang dicoba; yang berlaku bila tidak disebut')
  @ApiProperty({ required: false })
  text?: string;

  @Matches(NUMBER, { message: 'harus berupa nomor aduan, misalnya SA-2026-000042' })
  @ApiProperty({ example: 'SA-2026-000042', description: 'Nomor aduan' })
  complaint!: string;

  @IsIn(PUSH_KINDS, { message: `hanya mengenal ${PUSH_KINDS.join(', ')}` })
  @ApiProperty({ enum: PUSH_KINDS, description: 'Apa yang akan disampaikan' })
  kind!: PushKind;
}

export class ShownRequest {
  @ApiProperty({ example: 'POST' }) method!: string;
  @ApiProperty({ description: 'Alamat lengkap' }) url!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Yang mungkin rahasia disamarkan',
  })
  headers!: Record<string, string>;
  @ApiProperty({ type: String, nullable: true, description: 'Isi persis; pelapor diganti orang rekaan' })
  body!: string | null;
  @ApiProperty({ description: 'Permintaan yang sama sebagai perintah curl, rahasia disamarkan' }) curl!: string;
}

export class PreviewDraftShown {
  @ApiProperty({ type: [TextFault], description: 'Kekeliruan profil; bila ada, selebihnya kosong' })
  faults!: TextFault[];
  @ApiProperty({ type: ShownRequest, nullable: true, description: 'null: tidak ada yang akan dikirim' })
  request!: ShownRequest | null;
  @ApiProperty({ type: String, nullable: true, description: 'Mengapa tidak ada yang dikirim' }) note!: string | null;
}
