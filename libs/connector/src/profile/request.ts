import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Failure } from '../errors.ts';
import { alreadyDone, expressionTree, mapOfExpressions, mapOfMeanings } from './checks.ts';
import { CheckedBy } from './decorators.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const ENCODINGS = ['json', 'form', 'multipart'] as const;
const MIME = /^[a-z]+\/[a-z0-9.+-]+$/;

/**
 * What an error can mean. Of channels alone: `window`, free text may no longer be sent; `unreachable`, this person can't
 * be reached there; `pair`, too much to this person at once, others are not concerned.
 */
export type Meaning = Failure | 'gone' | 'conflict' | 'window' | 'unreachable' | 'pair';
export type Tree = string | number | boolean | null | Tree[] | { [key: string]: Tree };

/** Which files a request carries. What does not fit is left out and reported, the rest goes. */
export class FilesProfile {
  @IsString()
  @IsNotEmpty()
  field!: string;

  @IsInt()
  @Min(1)
  @Max(100)
  max!: number;

  @IsArray()
  @ArrayNotEmpty()
  @Matches(MIME, { each: true, message: 'harus daftar jenis berkas, misalnya image/jpeg' })
  types!: string[];

  @IsInt()
  @Min(1)
  max_bytes!: number;
}

export class RequestProfile {
  @IsIn(METHODS, { message: `harus salah satu dari: ${METHODS.join(', ')}` })
  method!: (typeof METHODS)[number];

  /** `{name}` is replaced by a value of the request's context, URL-encoded. */
  @Matches(/^\/[^\s?#]*$/, { message: 'harus dimulai dengan /, tanpa ? (pakai query)' })
  path!: string;

  @IsOptional()
  @CheckedBy(mapOfExpressions)
  headers: Record<string, Tree> = {};

  @IsOptional()
  @CheckedBy(mapOfExpressions)
  query: Record<string, Tree> = {};

  @IsIn(ENCODINGS, { message: `harus salah satu dari: ${ENCODINGS.join(', ')}` })
  encoding: (typeof ENCODINGS)[number] = 'json';

  @IsOptional()
  @CheckedBy(expressionTree)
  body?: Tree;

  @IsOptional()
  @ValidateNested()
  @Type(() => FilesProfile)
  files?: FilesProfile;

  @IsOptional()
  @CheckedBy(mapOfExpressions)
  answer?: Record<string, Tree>;

  /** The answer by which the platform says that it did this before: `status`, `when`, and where the fields stand. */
  @IsOptional()
  @CheckedBy(alreadyDone)
  already?: { status: number; when?: string; [field: string]: Tree | undefined };

  /** HTTP statuses that mean something else here than elsewhere. */
  @IsOptional()
  @CheckedBy(mapOfMeanings)
  on_status: Record<string, Meaning> = {};
}
