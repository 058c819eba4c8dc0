import { CATEGORIES, CATEGORY, OUTCOMES, REJECTIONS, STATUSES } from '#complaint';
import { FAILURES } from '../errors.ts';
import { labelKey } from '../reading/text.ts';
import { expressionFault } from '../wire/expression.ts';
import type { Check } from './decorators.ts';
import { isRecord } from './decorators.ts';
import { isDuration } from './duration.ts';
import type { Path, Report } from './fault.ts';

/** Events that a platform's label can stand for although they are no status. */
export const LABEL_EVENTS = ['returned', 'accepted'] as const;
/** What an HTTP status or an error code can mean. */
const MEANINGS = [...Object.keys(FAILURES), 'gone', 'conflict', 'window', 'unreachable', 'pair'] as const;

const MAP = 'harus berupa pasangan kunci: nilai';
const oneOf = (words: readonly string[]) => `harus salah satu dari: ${words.join(', ')}`;

/** A nested map whose leaves are expressions; numbers, booleans and null stand for themselves. */
export const expressionTree: Check = (value, report) => tree(value, [], report);

function tree(value: unknown, path: Path, report: Report): void {
  if (typeof value === 'string') {
    const fault = value.trim() === '' ? 'ekspresi kosong: isi, atau tulis null' : expressionFault(value);
    if (fault) report(path, fault);
  } else if (Array.isArray(value)) value.forEach((each, at) => tree(each, [...path, at], report));
  else if (isRecord(value)) for (const [key, each] of Object.entries(value)) tree(each, [...path, key], report);
}

export const mapOfExpressions: Check = (value, report) => {
  if (isRecord(value)) tree(value, [], report);
  else report([], MAP);
};

export const mapOfShapes: Check = (value, report) => {
  if (!isRecord(value)) return report([], MAP);
  for (const [name, shape] of Object.entries(value)) {
    mapOfExpressions(shape, (below, message) => report([name, ...below], message), value);
  }
};

export const mapOfMeanings: Check = (value, report) => {
  if (!isRecord(value)) return report([], MAP);
  for (const [code, meaning] of Object.entries(value)) {
    if (!MEANINGS.includes(String(meaning))) report([code], oneOf(MEANINGS));
  }
};

export const mapOfDurations: Check = (value, report) => {
  if (!isRecord(value)) return report([], MAP);
  for (const [key, duration] of Object.entries(value))
    if (!isDuration(duration)) report([key], 'harus berupa lama waktu, misalnya 30s, 2m atau 1h');
};

export const alreadyDone: Check = (value, report) => {
  if (!isRecord(value)) return report([], MAP);
  const { status, ...fields } = value;
  if (!Number.isInteger(status))
    report(status === undefined ? [] : ['status'], 'status harus berupa angka HTTP, misalnya 409');
  tree(fields, [], report);
};

export const mapOfWords: Check = (value, report) => {
  if (!isRecord(value)) return report([], MAP);
  for (const [key, word] of Object.entries(value))
    if (typeof word !== 'string' || word === '') report([key], 'harus berupa kata');
};

export const statusesIn: Check = (value, report) => {
  if (!isRecord(value)) return report([], MAP);
  uniqueLabels(value, report);
  for (const [label, meaning] of Object.entries(value)) {
    if (!isRecord(meaning)) report([label], 'tulis { status: ... } atau { event: ... }');
    else statusMeaning(meaning, (below, message) => report([label, ...below], message));
  }
};

function statusMeaning(
  { status, event, outcome, rejection, ...others }: Record<string, unknown>,
  report: Report,
): void {
  const listed = (key: string, word: unknown, words: readonly string[]) => {
    if (word !== undefined && !(typeof word === 'string' && words.includes(word))) report([key], oneOf(words));
  };
  if ((status === undefined) === (event === undefined)) report([], 'tulis tepat satu: status atau event');
  listed('status', status, STATUSES);
  listed('event', event, LABEL_EVENTS);
  listed('outcome', outcome, OUTCOMES);
  listed('rejection', rejection, REJECTIONS);
  for (const key of Object.keys(others))
    report([key], 'kunci tidak dikenal; yang dikenal: status, event, outcome, rejection');
}

export const statusesOut: Check = (value, report) => {
  if (!isRecord(value)) return report([], MAP);
  for (const status of STATUSES) {
    if (!Object.hasOwn(value, status))
      report([], `status ${status} belum ada: tulis kata platform, atau null bila tidak dikirim`);
  }
  for (const [status, word] of Object.entries(value)) {
    if (![...STATUSES, ...LABEL_EVENTS].includes(status as (typeof STATUSES)[number])) {
      report([status], `status kanonik tidak dikenal; ${oneOf([...STATUSES, ...LABEL_EVENTS])}`);
    } else if (isRecord(word)) wordsByReason(status, word, (below, message) => report([status, ...below], message));
    else if (word !== null && (typeof word !== 'string' || word === ''))
      report([status], 'harus berupa kata platform, atau null');
  }
};

function wordsByReason(status: string, words: Record<string, unknown>, report: Report): void {
  const reasons: readonly string[] = status === 'rejected' ? REJECTIONS : status === 'resolved' ? OUTCOMES : [];
  if (!Object.hasOwn(words, 'otherwise')) report([], 'kunci otherwise wajib diisi: kata untuk alasan lain, atau null');
  for (const [reason, word] of Object.entries(words)) {
    if (reason !== 'otherwise' && !reasons.includes(reason)) report([reason], oneOf([...reasons, 'otherwise']));
    if (word !== null && (typeof word !== 'string' || word === ''))
      report([reason], 'harus berupa kata platform, atau null');
  }
}

export const categoriesIn: Check = (value, report) => {
  if (!isRecord(value)) return report([], MAP);
  uniqueLabels(value, report);
  for (const [label, category] of Object.entries(value)) {
    if (category !== null && !(typeof category === 'string' && Object.hasOwn(CATEGORY, category))) {
      report([label], `kategori kanonik tidak dikenal; ${oneOf(CATEGORIES)}, atau null`);
    }
  }
};

export const categoriesOut: Check = (value, report) => {
  if (!isRecord(value)) return report([], MAP);
  for (const [category, word] of Object.entries(value)) {
    if (!Object.hasOwn(CATEGORY, category)) report([category], `kategori kanonik tidak dikenal; ${oneOf(CATEGORIES)}`);
    if (word !== null && (typeof word !== 'string' || word === ''))
      report([category], 'harus berupa kata platform, atau null');
  }
};

function uniqueLabels(labels: Record<string, unknown>, report: Report): void {
  const seen = new Map<string, string>();
  for (const label of Object.keys(labels)) {
    const twin = seen.get(labelKey(label));
    if (twin !== undefined) report([label], `sama dengan "${twin}": huruf besar dan spasi tidak membedakan label`);
    seen.set(labelKey(label), label);
  }
}
