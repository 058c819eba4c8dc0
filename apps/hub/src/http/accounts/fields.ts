import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsEmail, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { Optional } from '../paging/fields.ts';

const EMAIL_CHARS = 254;
/** A longer one would only cost time to hash. */
const PASSWORD_CHARS = 200;
const NAME_CHARS = 120;

const trimmed = ({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value);

/** Kept in small letters: nobody remembers how it was written. */
export const EmailField = (): PropertyDecorator =>
  applyDecorators(
    Transform((params) => {
      const value = trimmed(params);
      return typeof value === 'string' ? value.toLowerCase() : value;
    }),
    IsEmail({ require_tld: false }, { message: 'harus berupa alamat surel' }),
    MaxLength(EMAIL_CHARS, { message: `paling panjang ${EMAIL_CHARS} huruf` }),
    ApiProperty({ maxLength: EMAIL_CHARS, example: 'siti@aduan.example.go.id' }),
  );

export const PasswordField = (description = 'Kata sandi'): PropertyDecorator =>
  applyDecorators(
    IsString({ message: 'wajib diisi' }),
    MinLength(1, { message: 'wajib diisi' }),
    MaxLength(PASSWORD_CHARS, { message: `paling panjang ${PASSWORD_CHARS} huruf` }),
    ApiProperty({ maxLength: PASSWORD_CHARS, format: 'password', description }),
  );

/** Six digits, or two times five letters and digits, with a dash between them or without. */
const CODE = /^\s*(\d{6}|[a-z\d]{5}[\s-]?[a-z\d]{5})\s*$/i;

/** What the second factor shows, or a recovery code. */
export const CodeField = (): PropertyDecorator =>
  applyDecorators(
    Optional(),
    Matches(CODE, { message: 'harus berupa enam angka atau kode pemulihan' }),
    ApiProperty({
      required: false,
      type: String,
      example: '123456',
      description: 'Kode faktor kedua (enam angka), atau salah satu kode pemulihan (7K3QM-X9PDW)',
    }),
  );

export const NameField = (description: string, optional = false): PropertyDecorator =>
  applyDecorators(
    ...(optional ? [IsOptional()] : []),
    Transform(trimmed),
    IsString({ message: 'wajib diisi' }),
    // oxlint-disable-next-line no-control-regex -- such characters are what is refused
    Matches(/^[^\u0000-\u001f\u007f]+$/, { message: 'kosong atau berisi tanda yang tidak sah' }),
    MaxLength(NAME_CHARS, { message: `paling panjang ${NAME_CHARS} huruf` }),
    ApiProperty({ required: !optional, type: String, maxLength: NAME_CHARS, description }),
  );
