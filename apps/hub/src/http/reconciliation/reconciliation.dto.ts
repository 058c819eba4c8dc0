import { ApiProperty } from '@nestjs/swagger';
import { DRIFT_KINDS, DRIFT_STATES, type DriftKind, type DriftState, type RunState } from '#store';
import { BooleanFilter, ChoiceFilter, PageQuery, Reason, TextFilter } from '../paging/fields.ts';

const RUN_STATES: RunState[] = ['running', 'done', 'halted', 'failed'];
const KINDS =
  'missing_here: belum pernah sampai ke simpul; missing_there: tidak ada lagi di platform; other_status: status berbeda; ' +
  'missing_reply: tanggapan yang dikirim tidak tampak';

export class ReconcileRequest {
  @BooleanFilter('Daftar platform yang jauh lebih pendek daripada sebelumnya memang benar') accept_fewer?: boolean;
}

export class RunQuery extends PageQuery {
  @TextFilter('Koneksi') instance?: string;
  @ChoiceFilter(RUN_STATES, 'Keadaan') state?: RunState;
}

export class DriftQuery extends PageQuery {
  @TextFilter('Koneksi') instance?: string;
  @ChoiceFilter(DRIFT_KINDS, KINDS) kind?: DriftKind;
  @ChoiceFilter(DRIFT_STATES, 'Keadaan') state?: DriftState;
}

export class DriftCounts {
  @ApiProperty() missing_here!: number;
  @ApiProperty() missing_there!: number;
  @ApiProperty() other_status!: number;
  @ApiProperty() missing_reply!: number;
}

/** One comparison. */
export class Run {
  @ApiProperty() id!: string;
  @ApiProperty() instance!: string;
  @ApiProperty({ enum: RUN_STATES, description: 'halted: dihentikan karena daftar platform mencurigakan' })
  state!: RunState;
  @ApiProperty({ type: String, nullable: true, description: 'Mengapa berhenti' }) reason!: string | null;
  @ApiProperty({ description: 'hub bila menurut jadwal' }) asked_by!: string;
  @ApiProperty({ description: 'Aduan yang disebut daftar platform sejauh ini' }) listed!: number;
  @ApiProperty({ description: 'Aduan yang dibaca utuh' }) fetched!: number;
  @ApiProperty({ type: DriftCounts, description: 'Perbedaan menurut jenisnya' }) drift_by_kind!: DriftCounts;
  @ApiProperty({ description: 'Perbedaan yang menunggu keputusan orang' }) open!: number;
  @ApiProperty({ type: String, format: 'date-time' }) started_at!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finished_at!: Date | null;
  @ApiProperty({ description: 'Sama dengan trace_id di jejak audit' }) trace_id!: string;
}

export class RunPage {
  @ApiProperty({ type: [Run] }) data!: Run[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

export class DriftView {
  @ApiProperty() id!: string;
  @ApiProperty() run_id!: string;
  @ApiProperty() instance!: string;
  @ApiProperty({ enum: DRIFT_KINDS, description: KINDS }) kind!: DriftKind;
  @ApiProperty({ enum: ['case', 'reply', 'status', 'facts'] }) what!: string;
  @ApiProperty({ enum: DRIFT_STATES, description: 'repaired: ditangani sendiri; open: menunggu keputusan orang' })
  state!: DriftState;
  @ApiProperty({ type: String, nullable: true, description: 'Nomor aduan, bila diketahui' }) complaint!: string | null;
  @ApiProperty({ description: 'Nomor di platform' }) external_id!: string;
  @ApiProperty({ description: 'Apa yang berbeda dan apa yang dapat dilakukan' }) sentence!: string;
  @ApiProperty({ type: String, format: 'date-time' }) found_at!: Date;
  @ApiProperty({ type: String, nullable: true, description: 'Alasan orang yang menutupnya' }) reason!: string | null;
}

export class DriftPage {
  @ApiProperty({ type: [DriftView] }) data!: DriftView[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

export class RunDetail extends Run {
  @ApiProperty({ type: DriftPage, description: 'Yang tertua lebih dulu' }) drift!: DriftPage;
}

export class DismissRequest {
  @Reason() reason!: string;
}

export class Dismissal {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: ['dismissed'] }) outcome!: 'dismissed';
}
