import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsArray, IsDefined, IsIn, IsNotEmpty, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { CATEGORIES, type Category, KEWENANGANS, type Kewenangan, type Routing } from '#complaint';
import { loadProfile, ProfileError } from '#connector';

const AUTHORITIES = [...KEWENANGANS, 'unknown'] as const;
const listOf = (words: readonly string[]) => ({ each: true, message: `hanya mengenal ${words.join(', ')}` });
const DAY = { message: 'harus berbentuk tahun-bulan-tanggal, misalnya 2025-01-31' };

class ConditionFile {
  @IsOptional()
  @IsArray()
  @IsIn(AUTHORITIES, listOf(AUTHORITIES))
  kewenangan?: (Kewenangan | 'unknown')[];

  @IsOptional()
  @IsArray()
  @IsIn(CATEGORIES, listOf(CATEGORIES))
  category?: Category[];

  @IsOptional()
  @IsIn(KEWENANGANS, { message: `hanya mengenal ${KEWENANGANS.join(', ')}` })
  road_owner?: Kewenangan;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  words?: string[];
}

class RuleFile {
  @IsString()
  @IsNotEmpty()
  name!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => ConditionFile)
  when!: ConditionFile;

  @IsString()
  @IsNotEmpty()
  to!: string;

  @IsString()
  @IsNotEmpty()
  why!: string;
}

class RoadFile {
  @IsString()
  @IsNotEmpty()
  name!: string;

  @IsArray()
  @IsArray({ each: true })
  named!: string[][];

  @IsIn(KEWENANGANS, { message: `hanya mengenal ${KEWENANGANS.join(', ')}` })
  owner!: Kewenangan;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, DAY)
  valid_from!: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, DAY)
  valid_to?: string | null;

  @IsString()
  @IsNotEmpty()
  source!: string;
}

class RoutingFile {
  @IsString()
  @IsNotEmpty()
  home!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RuleFile)
  rules!: RuleFile[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RoadFile)
  roads!: RoadFile[];
}

/** The rules of config/routing.yaml. Throws {@link ProfileError} with every fault; a rule may name only `instances`. */
export function readRouting(text: string, file: string, instances: readonly string[]): Routing {
  const routing = loadProfile(RoutingFile, text, file);
  const known = ['home', ...instances];
  const faults = routing.rules
    .map(({ to }, index) => ({ to, path: `rules.${index}.to` }))
    .concat({ to: routing.home, path: 'home' })
    .filter(({ to }) => !known.includes(to))
    .map(({ to, path }) => {
      const line = 1 + text.split('\n').findIndex((each) => each.trim().endsWith(`: ${to}`));
      return {
        file,
        line: Math.max(1, line),
        column: 1,
        path,
        message: `${to} tidak terpasang; yang ada: ${known.join(', ')}`,
      };
    });
  if (faults.length > 0) throw new ProfileError(faults);
  return {
    home: routing.home,
    rules: routing.rules.map(({ when: { road_owner: roadOwner, ...when }, ...rule }) => ({
      ...rule,
      when: { ...when, roadOwner },
    })),
    roads: routing.roads.map(({ valid_from: validFrom, valid_to: validTo, ...road }) => ({
      ...road,
      validFrom,
      validTo: validTo ?? null,
    })),
  };
}
