import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { isMoment } from './moment.ts';

export const MAX_CURSOR_CHARS = 400;

const asNumber = ({ value }: TransformFnParams): unknown => (/^\d{1,9}$/.test(String(value)) ? Number(value) : value);
const asBoolean = ({ value }: TransformFnParams): unknown => ({ true: true, false: false })[String(value)] ?? value;
const asList = ({ value }: TransformFnParams): unknown =>
  [value].flat().flatMap((each: unknown) => (typeof each === 'string' ? each.split(',') : each));

/** PostgreSQL knows no NUL; a text that holds one is refused before it gets there. */
export const NoNul = (): PropertyDecorator =>
  ValidateBy(
    { name: 'noNul', validator: { validate: (value) => typeof value !== 'string' || !value.includes('\0') } },
    { message: 'berisi tanda yang tidak sah' },
  );

/** May be left out; `null` leaves nothing out, but for fields that can be it. */
export const Optional = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);

export const TextFilter = (description: string, maxLength = 200): PropertyDecorator =>
  applyDecorators(
    Optional(),
    IsString({ message: 'harus berupa satu teks' }),
    MinLength(1, { message: 'tidak boleh kosong' }),
    MaxLength(maxLength, { message: `paling panjang ${maxLength} huruf` }),
    NoNul(),
    ApiProperty({ required: false, type: String, maxLength, description }),
  );

export const PatternFilter = (form: RegExp, description: string, message: string): PropertyDecorator =>
  applyDecorators(
    Optional(),
    Matches(form, { message }),
    ApiProperty({ required: false, type: String, pattern: form.source, description }),
  );

export const ChoiceFilter = (choices: readonly string[], description: string): PropertyDecorator =>
  applyDecorators(
    Optional(),
    IsIn(choices, { message: `hanya mengenal ${choices.join(', ')}` }),
    ApiProperty({ required: false, enum: choices, description }),
  );

/** One choice or several, separated by commas or repeated. */
export const ChoicesFilter = (choices: readonly string[], description: string): PropertyDecorator =>
  applyDecorators(
    Optional(),
    Transform(asList),
    IsIn(choices, { each: true, message: `hanya mengenal ${choices.join(', ')}` }),
    ApiProperty({ required: false, enum: choices, isArray: true, description }),
  );

export const BooleanFilter = (description: string): PropertyDecorator =>
  applyDecorators(
    Optional(),
    Transform(asBoolean),
    IsIn([true, false], { message: 'hanya mengenal true dan false' }),
    ApiProperty({ required: false, type: Boolean, description }),
  );

export const MomentFilter = (description: string): PropertyDecorator =>
  applyDecorators(
    Optional(),
    ValidateBy(
      { name: 'isMoment', validator: { validate: isMoment } },
      { message: 'harus berupa tanggal (2026-01-31) atau waktu RFC 3339; tanpa zona berarti WIB' },
    ),
    ApiProperty({ required: false, type: String, example: '2026-01-31', description }),
  );

export const Reason = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value)),
    IsString({ message: 'wajib diisi' }),
    MinLength(3, { message: 'paling sedikit 3 huruf' }),
    MaxLength(500, { message: 'paling panjang 500 huruf' }),
    NoNul(),
    ApiProperty({ minLength: 3, maxLength: 500, description: 'Alasan, tercatat di jejak audit' }),
  );

/** Which page of a list. */
export class PageQuery {
  @Optional()
  @Transform(asNumber)
  @IsInt({ message: 'harus berupa bilangan bulat' })
  @Min(1, { message: 'paling kecil 1' })
  @Max(200, { message: 'paling besar 200' })
  @ApiProperty({
    required: false,
    type: Number,
    minimum: 1,
    maximum: 200,
    default: 50,
    description: 'Isi satu halaman',
  })
  limit = 50;

  @TextFilter('Nilai next_cursor dari halaman sebelumnya', MAX_CURSOR_CHARS)
  cursor?: string;
}
