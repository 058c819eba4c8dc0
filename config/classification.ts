import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CATEGORIES, type Category, KEWENANGANS, type Kewenangan } from '#complaint';
import { CheckedBy, EachOf, isRecord, loadProfile, ProfileError, type Report } from '#connector';
import { type Area, CHATTERS, type Rules } from '#text';

const listOf = (words: readonly string[]) => ({ message: `hanya mengenal ${words.join(', ')}` });

function Words(): PropertyDecorator {
  return (target, key) => {
    for (const check of [IsArray(), IsString({ each: true }), IsNotEmpty({ each: true })]) check(target, key);
  };
}

class GradedFile {
  @IsOptional() @Words() strong?: string[];
  @IsOptional() @Words() fair?: string[];
  @IsOptional() @Words() weak?: string[];
}

class CategoryFile extends GradedFile {
  @IsOptional()
  @IsIn(KEWENANGANS, listOf(KEWENANGANS))
  kewenangan?: Kewenangan;

  @IsOptional()
  @IsBoolean()
  needs_place?: boolean;
}

class KewenanganFile {
  @IsIn(KEWENANGANS, listOf(KEWENANGANS))
  kewenangan!: Kewenangan;

  @Words() words!: string[];

  @IsOptional()
  @IsIn(CATEGORIES, { each: true, ...listOf(CATEGORIES) })
  category?: Category[];
}

class LandmarkFile {
  @Words() words!: string[];
  @IsString() area!: string;
}

class PlacesFile {
  @IsString() regency!: string;
  @Words() desa!: string[];
  @Words() kelurahan!: string[];
  @Words() kecamatan!: string[];
  @Words() landmarks!: string[];
  @Words() elsewhere!: string[];
  @Words() everyday!: string[];
  @Words() towards!: string[];
  @Words() road!: string[];
  @Words() between!: string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LandmarkFile)
  known!: LandmarkFile[];
}

class WeightsFile {
  @IsNumber() @Min(0) strong!: number;
  @IsNumber() @Min(0) fair!: number;
  @IsNumber() @Min(0) weak!: number;
}

class ApplyFile {
  @IsBoolean() area!: boolean;
  @IsBoolean() road!: boolean;
  @IsBoolean() category!: boolean;
  @IsBoolean() kewenangan!: boolean;
}

class ClassificationFile {
  @IsNumber()
  @Min(0)
  @Max(1)
  threshold!: number;

  @IsDefined() @ValidateNested() @Type(() => WeightsFile) weights!: WeightsFile;
  @IsDefined() @ValidateNested() @Type(() => ApplyFile) apply!: ApplyFile;

  @EachOf(() => CategoryFile)
  @CheckedBy(keysAmong(CATEGORIES))
  categories!: Partial<Record<Category, CategoryFile>>;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KewenanganFile)
  kewenangan!: KewenanganFile[];

  @IsDefined() @ValidateNested() @Type(() => GradedFile) complaining!: GradedFile;

  @EachOf(() => GradedFile)
  @CheckedBy(keysAmong(CHATTERS))
  chatter!: Rules['chatter'];

  @IsDefined() @ValidateNested() @Type(() => PlacesFile) places!: PlacesFile;
  @Words() fillers!: string[];
  @CheckedBy(checkSpellings) spellings!: Record<string, string[]>;
  @Words() plain!: string[];
}

function keysAmong(known: readonly string[]) {
  return (value: unknown, report: Report): void => {
    for (const key of Object.keys(isRecord(value) ? value : {})) {
      if (!known.includes(key)) report([key], `tidak dikenal; yang dikenal: ${known.join(', ')}`);
    }
  };
}

/** A word that could be read in two ways would be read in the way that stands first: nobody would see why. */
function checkSpellings(value: unknown, report: Report): void {
  if (!isRecord(value)) return report([], 'harus berupa pasangan kunci: nilai');
  const meant = new Map<string, string>();
  for (const [word, variants] of Object.entries(value)) {
    if (!Array.isArray(variants) || !variants.every((each) => typeof each === 'string' && each !== '')) {
      report([word], 'harus berupa daftar kata, misalnya [jl, jln]');
      continue;
    }
    for (const variant of variants as string[]) {
      const other = meant.get(variant);
      if (other !== undefined) report([word], `"${variant}" sudah berarti ${other}`);
      else if (variant in value) report([word], `"${variant}" sendiri ejaan baku`);
      meant.set(variant, word);
    }
  }
}

/** The content of config/classification.yaml. Throws {@link ProfileError} with every fault. */
export function readClassification(text: string, file: string, areas: readonly Area[]): Rules {
  const rules = loadProfile(ClassificationFile, text, file);
  const codes = new Set(areas.flatMap(({ code, kecamatanCode }) => [code, kecamatanCode]));
  const faults = rules.places.known
    .map(({ area }, index) => ({ area, path: `places.known.${index}.area` }))
    .filter(({ area }) => !codes.has(area))
    .map(({ area, path }) => {
      const line = Math.max(1, 1 + text.split('\n').findIndex((each) => each.includes(`area: ${area}`)));
      return { file, line, column: 1, path, message: `tidak ada wilayah dengan kode ${area}` };
    });
  if (faults.length > 0) throw new ProfileError(faults);
  return rules;
}
