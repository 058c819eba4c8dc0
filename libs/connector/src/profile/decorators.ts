import 'reflect-metadata';
import { Transform, Type, plainToInstance } from 'class-transformer';
import { Allow, ValidateBy } from 'class-validator';
import type { Report } from './fault.ts';
import { isDuration } from './duration.ts';

const CHECKS = Symbol('profile:checks');
const EACH = Symbol('profile:each');
const SECRET = Symbol('profile:secret');
const SCHEMES = Symbol('profile:schemes');

export type Check = (value: unknown, report: Report, owner: object) => void;

/** A check that can name several faults, each at its own place below the value. */
export function CheckedBy(check: Check): PropertyDecorator {
  return (target, key) => {
    Allow()(target, key);
    Reflect.defineMetadata(CHECKS, [...checksOf(target, key), check], target, key);
  };
}

export function checksOf(target: object, key: string | symbol): Check[] {
  return (Reflect.getMetadata(CHECKS, target, key) as Check[] | undefined) ?? [];
}

/** A map whose values are each of this class. */
export function EachOf(type: () => new () => object): PropertyDecorator {
  return (target, key) => {
    Allow()(target, key);
    Reflect.defineMetadata(EACH, type, target, key);
    Transform(({ value }) =>
      isRecord(value) ? mapValues(value, (each) => (isRecord(each) ? plainToInstance(type(), each) : each)) : value,
    )(target, key);
  };
}

/** The class of a map's values; nothing where the values are of no class. */
export function eachOf(target: object, key: string): (new () => object) | undefined {
  return (Reflect.getMetadata(EACH, target, key) as (() => new () => object) | undefined)?.();
}

type ClassOf = (scheme: unknown) => new () => object;

/** A part whose class is chosen by the word in its key `scheme`. */
export function ByScheme(schemes: readonly string[], classOf: ClassOf): PropertyDecorator {
  return (target, key) => {
    Reflect.defineMetadata(SCHEMES, { schemes, classOf }, target, key);
    Type((help) => classOf((help?.object as Record<string | symbol, { scheme?: unknown }> | undefined)?.[key]?.scheme))(
      target,
      key,
    );
  };
}

/** Each scheme with its class; empty where a property has none. */
export function schemesOf(target: object, key: string): [scheme: string, of: new () => object][] {
  const { schemes = [], classOf } = (Reflect.getMetadata(SCHEMES, target, key) ?? {}) as {
    schemes?: readonly string[];
    classOf?: ClassOf;
  };
  return classOf ? schemes.map((scheme) => [scheme, classOf(scheme)]) : [];
}

/** Never shown and never logged; the console draws a password field for it. */
export function Secret(): PropertyDecorator {
  return (target, key) => Reflect.defineMetadata(SECRET, true, target, key);
}

export function isSecret(target: object, key: string): boolean {
  return Reflect.getMetadata(SECRET, target, key) === true;
}

/** Every secret value in settings, at any depth: what has to be masked wherever text leaves the hub. */
export function secretsOf(settings: object): string[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    if (typeof value === 'string') return isSecret(settings, key) && value !== '' ? [value] : [];
    if (Array.isArray(value) && isSecret(settings, key)) return value.filter((each): each is string => each !== '');
    return typeof value === 'object' && value !== null ? secretsOf(value) : [];
  });
}

export function IsDuration(): PropertyDecorator {
  return ValidateBy({
    name: 'isDuration',
    validator: { validate: isDuration, defaultMessage: () => 'harus berupa lama waktu, misalnya 30s, 2m atau 1h' },
  });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues<T, U>(record: Record<string, T>, map: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
