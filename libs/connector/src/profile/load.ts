import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import { checksOf, eachOf, isRecord } from './decorators.ts';
import { readDocument, type Variables } from './document.ts';
import { type Fault, type Path, ProfileError, type Report } from './fault.ts';
import { checkNeeds } from './needs.ts';
import { ExchangeProfile } from './wire.ts';

/**
 * The settings that a profile's text describes, with the variables put in.
 *
 * Throws {@link ProfileError} with everything that is wrong, each fault with its line.
 */
export function loadProfile<T extends object>(
  Settings: new () => T,
  text: string,
  file: string,
  env: Variables = {},
): T {
  const { value, substituted, placeOf, problems } = readDocument(text, env);
  const faults: Fault[] = problems.map(({ path, ...problem }) => ({ file, ...problem, path: path.join('.') }));
  if (!isRecord(value)) {
    if (faults.length === 0)
      faults.push({
        file,
        line: 1,
        column: 1,
        path: '',
        message: 'berkas ini kosong atau bukan pasangan kunci: nilai',
      });
    throw new ProfileError(faults);
  }
  const settings = plainToInstance(Settings, value);
  for (const path of substituted) asDeclared(settings, path);

  const report: Report = (path, message) => {
    const fault = { file, ...placeOf(path), path: path.join('.'), message };
    // A variable without a value has been named already; that its empty value is wrong too helps nobody.
    if (!problems.some((problem) => problem.path.length > 0 && problem.path.join('.') === fault.path))
      faults.push(fault);
  };
  validate(settings, [], report);
  if (settings instanceof ExchangeProfile) checkNeeds(settings, report);
  if (faults.length > 0) throw new ProfileError(faults.toSorted((a, b) => a.line - b.line));
  return settings;
}

/** A variable is text; where the settings want a number or a boolean it is read as one. */
function asDeclared(settings: object, path: Path): void {
  const key = String(path.at(-1));
  let owner: unknown = settings;
  for (const segment of path.slice(0, -1)) owner = Object(owner)[segment];
  if (typeof owner !== 'object' || owner === null) return;
  const record = owner as Record<string, unknown>;
  const type: unknown = Reflect.getMetadata('design:type', owner, key);
  const value = String(record[key]);
  if (type === Number && value.trim() !== '' && Number.isFinite(Number(value))) record[key] = Number(value);
  if (type === Boolean && /^(true|false)$/.test(value)) record[key] = value === 'true';
}

function validate(settings: object, path: Path, report: Report): void {
  const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false };
  for (const error of validateSync(settings, options)) name(error, path, report);
  checkMaps(settings, path, report);
}

/** What decorators of class-validator can't say: maps, whose faults each stand at a place of their own. */
function checkMaps(settings: object, path: Path, report: Report): void {
  for (const [key, value] of Object.entries(settings) as [string, unknown][]) {
    const at = [...path, key];
    if (value === undefined || value === null) continue;
    for (const check of checksOf(settings, key))
      check(value, (below, message) => report([...at, ...below], message), settings);
    if (eachOf(settings, key)) {
      if (!isRecord(value)) report(at, 'harus berupa pasangan kunci: nilai');
      else {
        for (const [each, item] of Object.entries(value)) {
          if (isRecord(item)) validate(item, [...at, each], report);
          else report([...at, each], 'harus berupa pasangan kunci: nilai');
        }
      }
    } else if (isRecord(value) && Object.getPrototypeOf(value) !== Object.prototype) checkMaps(value, at, report);
  }
}

function name(error: ValidationError, path: Path, report: Report): void {
  const at = [...path, error.property];
  const constraints = Object.entries(error.constraints ?? {});
  if (constraints.some(([constraint]) => constraint === 'whitelistValidation')) {
    report(
      at,
      `kunci tidak dikenal: hapus atau perbaiki ejaannya; yang dikenal: ${knownKeys(error.target).join(', ')}`,
    );
  } else if (constraints.length > 0 && error.value === undefined) {
    report(path, `kunci ${error.property} wajib diisi`);
  } else {
    // What is no number is not too small as well: the plainest fault is enough.
    const [plain = constraints[0]] = constraints.filter(([constraint]) => TYPES.includes(constraint));
    if (plain) report(at, WORDS[plain[0]] ?? plain[1]);
  }
  for (const child of error.children ?? []) name(child, at, report);
}

const TYPES = ['isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'nestedValidation', 'unknownValue'];
const WORDS: Record<string, string> = {
  isString: 'harus berupa teks (beri tanda kutip bila angka)',
  isNotEmpty: 'tidak boleh kosong',
  isDefined: 'wajib diisi',
  isInt: 'harus berupa bilangan bulat',
  isNumber: 'harus berupa angka',
  min: 'terlalu kecil',
  max: 'terlalu besar',
  isArray: 'harus berupa daftar, misalnya [a, b]',
  arrayNotEmpty: 'daftar tidak boleh kosong',
  isBoolean: 'harus true atau false',
  nestedValidation: 'harus berupa pasangan kunci: nilai',
  unknownValue: 'harus berupa pasangan kunci: nilai',
};

function knownKeys(target: object | undefined): string[] {
  if (!target) return [];
  const metadata = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return [...new Set(metadata.map(({ propertyName }) => propertyName))];
}
