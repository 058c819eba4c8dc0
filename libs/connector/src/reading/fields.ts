import type { Problem } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import { cleanText } from './text.ts';
import { readTime, readUnix } from './time.ts';

interface Reading {
  /** Whose fields these are, for messages: `SMARTDPU, reply`. */
  source: string;
  /** For times that carry none. */
  offset?: string | undefined;
  /** Whether times may be Unix seconds or milliseconds. */
  unix?: boolean | undefined;
  /** Where a field that can't be read is noted. Without it such a field is `malformed`. */
  problems?: Problem[] | undefined;
  /** True for the answer to a write: what can't be read may have been done. */
  uncertain?: boolean | undefined;
}

/**
 * The fields of a shape or an answer, in our names, each read as what it should be.
 *
 * A field that is absent, null or empty is `undefined`. `need...` throws `malformed` instead: for what no event can do
 * without.
 */
export class Fields {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly reading: Reading,
  ) {}

  get(name: string): unknown {
    const value = Object.hasOwn(this.values, name) ? this.values[name] : undefined;
    return value === null || value === '' ? undefined : value;
  }

  /** Cleaned; see `cleanText`. A number is taken as text. */
  text(name: string, max?: number): string | undefined {
    const value = this.get(name);
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (value === undefined || typeof value === 'string') return cleanText(value ?? '', max) || undefined;
    return this.unreadable(name, 'teks');
  }

  /** An opaque string, whatever the platform counts with. */
  id(name: string): string | undefined {
    const value = this.get(name);
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    if (value === undefined || typeof value === 'string') return cleanText(value ?? '', 500) || undefined;
    return this.unreadable(name, 'nomor');
  }

  /** RFC 3339 with offset. */
  time(name: string): string | undefined {
    const value = this.get(name);
    if (value === undefined) return undefined;
    const { offset, unix } = this.reading;
    return (unix ? readUnix(value) : null) ?? readTime(value, offset) ?? this.unreadable(name, 'waktu');
  }

  number(name: string): number | undefined {
    const value = this.get(name);
    if (value === undefined) return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : this.unreadable(name, 'angka');
  }

  /** `undefined` also where it can't be read: a mark then has to fail closed (`boolean('anonim') ?? true`). */
  boolean(name: string): boolean | undefined {
    const value = this.get(name);
    if (value === undefined || typeof value === 'boolean') return value;
    if (value === 1 || value === '1' || value === 'true') return true;
    if (value === 0 || value === '0' || value === 'false') return false;
    return this.unreadable(name, 'ya atau tidak');
  }

  /** A single thing counts as a list of one: JSONata unwraps such lists. */
  list(name: string): unknown[] {
    const value = this.get(name);
    if (value === undefined) return [];
    return Array.isArray(value) ? (value as unknown[]) : [value];
  }

  /** The fields of a nested map; empty where there is none. */
  fields(name: string): Fields {
    const value = this.get(name);
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return new Fields(isMap ? (value as Record<string, unknown>) : {}, this.reading);
  }

  needText(name: string): string {
    return this.text(name) ?? this.missing(name);
  }

  needId(name: string): string {
    return this.id(name) ?? this.missing(name);
  }

  needTime(name: string): string {
    return this.time(name) ?? this.missing(name);
  }

  private unreadable(name: string, expected: string): undefined {
    const message = `Bidang ${name} dari ${this.reading.source} bukan ${expected}`;
    if (!this.reading.problems) throw this.malformed(message);
    this.reading.problems.push({ code: 'invalid_field', message });
    return undefined;
  }

  private missing(name: string): never {
    throw this.malformed(`Bidang ${name} dari ${this.reading.source} tidak ada atau tidak terbaca`);
  }

  private malformed(message: string): ConnectorError {
    return new ConnectorError('malformed', message, { uncertain: this.reading.uncertain });
  }
}
