import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
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
import {
  type Calendar,
  DEADLINE_KINDS,
  type DeadlineKind,
  type DeadlineRule,
  MILESTONES,
  type Milestone,
  type DeadlineUnit,
  UNITS,
} from '#complaint';
import { type Fault, loadProfile, ProfileError } from '#connector';

const DAY = { message: 'harus berbentuk tahun-bulan-tanggal, misalnya 2025-01-31' };
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const oneOf = (words: readonly string[]) => ({ message: `hanya mengenal ${words.join(', ')}` });
const SATURDAY = 6;

class HolidayFile {
  @Matches(ISO_DAY, DAY)
  date!: string;

  @IsString()
  @IsNotEmpty()
  name!: string;

  @IsString()
  @IsNotEmpty()
  source!: string;

  @IsBoolean()
  verify!: boolean;
}

class CalendarFile {
  @IsString()
  @IsNotEmpty()
  name!: string;

  @IsArray()
  @ArrayNotEmpty({ message: 'paling sedikit satu hari kerja' })
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(SATURDAY, { each: true })
  working_week!: number[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HolidayFile)
  holidays!: HolidayFile[];
}

class HolidaysFile {
  /** What each source is, by its short name. */
  @IsOptional()
  sources?: Record<string, string>;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CalendarFile)
  calendars!: CalendarFile[];
}

class DeadlineFile {
  @IsIn(DEADLINE_KINDS, oneOf(DEADLINE_KINDS))
  kind!: DeadlineKind;

  @IsIn(MILESTONES, oneOf(MILESTONES))
  start!: Milestone;

  @IsInt()
  @Min(1)
  @Max(1_000)
  length!: number;

  @IsIn(UNITS, oneOf(UNITS))
  unit!: DeadlineUnit;

  @IsInt()
  @Min(0)
  warn_before!: number;

  @IsString()
  @IsNotEmpty()
  calendar!: string;

  @IsArray()
  @IsIn(['needs_info'], { each: true, message: 'hanya mengenal needs_info' })
  pauses!: 'needs_info'[];

  @IsString()
  @IsNotEmpty()
  source!: string;

  @Matches(ISO_DAY, DAY)
  valid_from!: string;

  @IsOptional()
  @Matches(ISO_DAY, DAY)
  valid_to?: string | null;

  @IsBoolean()
  verified!: boolean;
}

class DeadlinesFile {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DeadlineFile)
  deadlines!: DeadlineFile[];
}

interface File {
  text: string;
  path: string;
}

/** The rules of config/deadlines.yaml with the calendars of config/holidays.yaml. Throws {@link ProfileError}. */
export function readDeadlines(deadlines: File, holidays: File): DeadlineRule[] {
  const calendars = readCalendars(holidays);
  const { deadlines: rows } = loadProfile(DeadlinesFile, deadlines.text, deadlines.path);
  const faults = rows.flatMap((row, index) => faultsOf(row, index, rows, calendars, deadlines));
  if (faults.length > 0) throw new ProfileError(faults);
  return rows.map(({ pauses, warn_before, valid_from, valid_to, calendar, ...row }) => ({
    ...row,
    warnBefore: warn_before,
    pausesForInfo: pauses.length > 0,
    validFrom: valid_from,
    validTo: valid_to ?? null,
    calendar: calendars.get(calendar) as Calendar,
  }));
}

function readCalendars({ text, path }: File): Map<string, Calendar> {
  const { calendars, sources = {} } = loadProfile(HolidaysFile, text, path);
  const faults = calendars.flatMap(({ holidays }, n) =>
    holidays.flatMap(({ date, source }, index): Fault[] => {
      const line = 1 + text.split('\n').findIndex((each) => each.includes(date));
      const at = { file: path, line, column: 1, path: `calendars.${n}.holidays.${index}` };
      if (holidays.findIndex((each) => each.date === date) !== index)
        return [{ ...at, message: `${date} tertulis dua kali` }];
      if (Number.isNaN(Date.parse(date))) return [{ ...at, message: `${date} bukan tanggal` }];
      return source in sources ? [] : [{ ...at, message: `sumber ${source} tidak tertulis di sources` }];
    }),
  );
  if (faults.length > 0) throw new ProfileError(faults);
  return new Map(
    calendars.map(({ name, working_week: workingWeek, holidays }) => [
      name,
      {
        workingWeek,
        holidays: new Set(holidays.map(({ date }) => date)),
        unsure: new Set(holidays.filter(({ verify }) => verify).map(({ date }) => date)),
      },
    ]),
  );
}

function faultsOf(
  row: DeadlineFile,
  index: number,
  rows: DeadlineFile[],
  calendars: ReadonlyMap<string, Calendar>,
  { text, path }: File,
): Fault[] {
  const places = text.split('\n').flatMap((each, line) => (/^\s*- kind:/.test(each) ? [line + 1] : []));
  const fault = (field: string, message: string): Fault => ({
    file: path,
    line: places[index] ?? 1,
    column: 1,
    path: `deadlines.${index}.${field}`,
    message,
  });
  const faults: Fault[] = [];
  if (!calendars.has(row.calendar)) {
    faults.push(fault('calendar', `${row.calendar} tidak ada; yang ada: ${[...calendars.keys()].join(', ')}`));
  }
  if (row.warn_before >= row.length) faults.push(fault('warn_before', 'harus lebih pendek daripada length'));
  const overlaps = rows.slice(0, index).some((other) => other.kind === row.kind && meet(other, row));
  if (overlaps) faults.push(fault('valid_from', `dua baris ${row.kind} berlaku pada hari yang sama`));
  return faults;
}

const meet = (one: DeadlineFile, other: DeadlineFile): boolean =>
  one.valid_from < (other.valid_to ?? '9999') && other.valid_from < (one.valid_to ?? '9999');
