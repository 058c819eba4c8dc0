import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { VersionSource } from '#store';
import { Reason } from '../paging/fields.ts';
import { TextFault } from '../problems/problem.ts';

const MAX_TEXT_CHARS = 200_000;
const SOURCES: VersionSource[] = ['file', 'saved', 'rollback'];

/** A text of the configuration, as a person wrote it. */
export const ConfigurationText = (description: string): PropertyDecorator =>
  applyDecorators(
    IsString({ message: 'harus berupa teks' }),
    MinLength(1, { message: 'tidak boleh kosong' }),
    MaxLength(MAX_TEXT_CHARS, { message: `paling panjang ${MAX_TEXT_CHARS} huruf` }),
    ApiProperty({ type: String, maxLength: MAX_TEXT_CHARS, description }),
  );

const asNumber = ({ value }: TransformFnParams): unknown => (/^\d{1,9}$/.test(String(value)) ? Number(value) : value);

/** The number of a version. */
const VersionNumber = (description: string): PropertyDecorator =>
  applyDecorators(
    Transform(asNumber),
    IsInt({ message: 'harus berupa nomor versi' }),
    Min(1, { message: 'paling kecil 1' }),
    Max(1_000_000, { message: 'paling besar 1000000' }),
    ApiProperty({ type: Number, minimum: 1, description }),
  );

export class Version {
  @ApiProperty({ minimum: 1 }) version!: number;
  @ApiProperty({
    enum: SOURCES,
    description: 'file: dari berkas; saved: disimpan orang; rollback: kembali ke yang lama',
  })
  source!: VersionSource;
  @ApiProperty({ example: 'hub' }) saved_by!: string;
  @ApiProperty({ description: 'Alasan' }) why!: string;
  @ApiProperty({ type: String, format: 'date-time' }) saved_at!: Date;
}

export class VersionList {
  @ApiProperty({ type: [Version], description: 'Yang terbaru lebih dulu' }) data!: Version[];
}

export class VersionText extends Version {
  @ApiProperty({ description: 'Seluruh teks; rahasia tertulis sebagai ${NAMA}' }) text!: string;
}

export class Difference {
  @ApiProperty({ type: Number, nullable: true, description: 'null: berkas' }) from!: number | null;
  @ApiProperty({ type: Number }) to!: number;
  @ApiProperty({ description: 'Bentuk unified diff; kosong bila sama' }) diff!: string;
  @ApiProperty({ description: 'Baris yang bertambah' }) added!: number;
  @ApiProperty({ description: 'Baris yang hilang' }) removed!: number;
}

export class DifferenceQuery {
  @VersionNumber('Dari versi') from!: number;
  @VersionNumber('Ke versi') to!: number;
}

export class FileState {
  @ApiProperty({ example: 'config/connectors/laporgub.yaml' }) path!: string;
  @ApiProperty({ description: 'true: yang berlaku sama dengan berkas' }) same!: boolean;
  @ApiProperty({ description: 'true: berkas berubah setelah versi yang berlaku disimpan' }) changed!: boolean;
  @ApiProperty({ type: Difference, description: 'Dari berkas ke yang berlaku' }) difference!: Difference;
}

export class Profile extends VersionText {
  @ApiProperty({ example: 'laporgub' }) instance!: string;
  @ApiProperty({ example: 'laporgub' }) connector!: string;
  @ApiProperty({ type: FileState, nullable: true, description: 'null: koneksi ini tidak punya berkas' })
  file!: FileState | null;
}

export class TextRequest {
  @ConfigurationText('Teks yang diperiksa') text!: string;
}

export class Checked {
  @ApiProperty({ description: 'true: dapat langsung berlaku' }) ok!: boolean;
  @ApiProperty({ type: [TextFault], description: 'Semua kekeliruan sekaligus' }) faults!: TextFault[];
}

export class SaveRequest {
  @ConfigurationText('Seluruh teks') text!: string;
  @Reason() why!: string;
  @IsOptional()
  @VersionNumber('Versi yang diubah; ditolak 409 bila sudah ada versi yang lebih baru')
  @ApiProperty({ required: false })
  based_on?: number;
}

export class RollbackRequest {
  @VersionNumber('Versi yang diberlakukan lagi') version!: number;
  @Reason() why!: string;
  @IsOptional()
  @VersionNumber('Versi yang digantikan; ditolak 409 bila sudah ada versi yang lebih baru')
  @ApiProperty({ required: false })
  based_on?: number;
}

export class Replayed {
  @ApiProperty({ description: 'Berapa kiriman dan pesan yang dicoba lagi' }) count!: number;
}
