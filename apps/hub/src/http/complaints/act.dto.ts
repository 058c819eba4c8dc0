import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import {
  CATEGORIES,
  type Category,
  KEWENANGANS,
  type Kewenangan,
  OUTCOMES,
  type Outcome,
  REJECTIONS,
  type Rejection,
  type Status,
  STATUSES,
} from '#complaint';
import { NoNul, Optional, Reason } from '../paging/fields.ts';
import { ComplaintView } from './complaint.dto.ts';

const MAX_TEXT_CHARS = 5_000;

const Words = (description: string, maxLength: number): PropertyDecorator =>
  applyDecorators(
    IsString({ message: 'harus berupa teks' }),
    MinLength(1, { message: 'tidak boleh kosong' }),
    MaxLength(maxLength, { message: `paling panjang ${maxLength} huruf` }),
    NoNul(),
    ApiProperty({ type: String, maxLength, description }),
  );

/** What others are to read. */
const Said = (description: string, maxLength: number): PropertyDecorator =>
  applyDecorators(Words(description, maxLength), Matches(/\S/, { message: 'tidak boleh kosong' }));

const OptionalWords = (description: string, maxLength = MAX_TEXT_CHARS): PropertyDecorator =>
  applyDecorators(IsOptional(), Words(description, maxLength), ApiProperty({ required: false }));

const Choice = (choices: readonly string[], description: string): PropertyDecorator =>
  applyDecorators(
    IsIn(choices, { message: `hanya mengenal ${choices.join(', ')}` }),
    ApiProperty({ enum: choices, description }),
  );

const OptionalChoice = (choices: readonly string[], description: string): PropertyDecorator =>
  applyDecorators(IsOptional(), Choice(choices, description), ApiProperty({ required: false }));

const OptionalMark = (description: string): PropertyDecorator =>
  applyDecorators(
    Optional(),
    IsBoolean({ message: 'harus true atau false' }),
    ApiProperty({ type: Boolean, required: false, description }),
  );

const OFFICE_CHARS = 100;

export class DispositionRequest {
  @Said('OPD yang menindaklanjuti', OFFICE_CHARS) opd!: string;
  @OptionalWords('Pesan untuk OPD, ikut disampaikan ke platform yang menerima status') note?: string;
}

export class AuthorityRequest {
  @Choice([...KEWENANGANS, 'unknown'], 'Pihak yang berwenang; aturan rute lalu menentukan tujuannya')
  kewenangan!: Kewenangan | 'unknown';
  @OptionalChoice(CATEGORIES, 'Pokok aduan, bila perlu dibetulkan') category?: Category;
  @Reason() reason!: string;
}

export class ForwardRequest {
  @Words('Koneksi tujuan, misalnya laporgub', OFFICE_CHARS) to!: string;
  @Reason() reason!: string;
}

export class NeedsInfoRequest {
  @Said('Yang ditanyakan kepada pelapor', MAX_TEXT_CHARS) question!: string;
  @OptionalWords('Kantor yang bertanya, sebagaimana tampil bagi pelapor', OFFICE_CHARS) office?: string;
}

export class ReplyRequest {
  @Said('Isi tanggapan', MAX_TEXT_CHARS) text!: string;
  @OptionalMark('false: catatan internal, tidak disampaikan ke mana pun; true bila tidak disebut') public?: boolean;
  @OptionalWords('Kantor yang menjawab, sebagaimana tampil bagi pelapor', OFFICE_CHARS) office?: string;
}

export class StatusRequest {
  @Choice(STATUSES, 'Status yang baru') status!: Status;
  @OptionalChoice(OUTCOMES, 'Hasil; wajib untuk resolved') outcome?: Outcome;
  @OptionalChoice(REJECTIONS, 'Alasan; wajib untuk rejected') rejection?: Rejection;
  @OptionalWords('Keterangan; wajib bila status mundur') note?: string;
}

export class MarksRequest {
  @OptionalMark('Identitas pelapor tidak pernah dikirim ke platform') anonim?: boolean;
  @OptionalMark('Seluruh aduan tersembunyi') rahasia?: boolean;
  @OptionalWords('Alasan; wajib bila melonggarkan', 500) reason?: string;
}

export class Acted {
  @ApiProperty({ type: ComplaintView, description: 'Aduan setelah tindakan ini' }) complaint!: ComplaintView;
  @ApiProperty({ type: [String], description: 'Platform yang akan diberi tahu' }) targets!: string[];
  @ApiProperty({ description: 'Sama dengan trace_id di jejak audit' }) trace_id!: string;
}
