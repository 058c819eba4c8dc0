import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { CATEGORIES, OUTCOMES, REJECTIONS, STATUSES } from '#complaint';
import { FAILURES } from '../errors.ts';
import {
  alreadyDone,
  categoriesIn,
  categoriesOut,
  expressionTree,
  LABEL_EVENTS,
  mapOfExpressions,
  mapOfMeanings,
  mapOfShapes,
  mapOfWords,
  statusesIn,
  statusesOut,
} from './checks.ts';
import { type Check, checksOf, eachOf, isSecret, schemesOf } from './decorators.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import { type WireNeeds, WireProfile } from './wire.ts';

/** A JSON Schema (draft 2020-12), as far as an editor's completion and a form need it. */
export interface Schema {
  [keyword: string]: unknown;
  properties?: Record<string, Schema>;
}

type Class = new () => object;

/** What a connector's profile may hold, read from the same decorators that check it. */
export function profileSchema(Settings: Class): Schema {
  const schema = schemaOf(Settings);
  const { needs } = Settings as unknown as { needs?: WireNeeds };
  if (needs && Settings.prototype instanceof WireProfile) tellNeeds(schema, needs);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema };
}

function schemaOf(of: Class): Schema {
  const rules = Map.groupBy(rulesOf(of), ({ propertyName }) => propertyName);
  const blank = new of() as Record<string, unknown>;
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  for (const [key, own] of rules) {
    properties[key] = propertyOf(of, key, own, blank[key]);
    const isOptional = own.some(({ type }) => type === ValidationTypes.CONDITIONAL_VALIDATION);
    if (!isOptional && blank[key] === undefined) required.push(key);
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

function propertyOf(of: Class, key: string, rules: readonly Rule[], usual: unknown): Schema {
  const { prototype } = of as { prototype: object };
  const schema: Schema = { ...bodyOf(prototype, key, rules) };
  const description = DESCRIPTIONS[key];
  if (description) schema['description'] = description;
  if (usual !== undefined && (typeof usual !== 'object' || Array.isArray(usual))) schema['default'] = usual;
  if (isSecret(prototype, key)) Object.assign(schema, { format: 'password', writeOnly: true });
  return schema;
}

function bodyOf(prototype: object, key: string, rules: readonly Rule[]): Schema {
  const [check] = checksOf(prototype, key);
  if (check) return CHECKED.get(check) ?? { type: 'object' };
  const each = eachOf(prototype, key);
  if (each) return { type: 'object', additionalProperties: schemaOf(each) };
  const schemes = schemesOf(prototype, key);
  if (schemes.length > 0) return { oneOf: schemes.map(([scheme, of]) => withScheme(schemaOf(of), scheme)) };
  const declared: unknown = Reflect.getMetadata('design:type', prototype, key);
  if (rules.some(({ type }) => type === ValidationTypes.NESTED_VALIDATION)) return schemaOf(declared as Class);
  return plain(rules, declared);
}

const withScheme = (schema: Schema, scheme: string): Schema => ({
  ...schema,
  title: scheme,
  properties: { ...schema.properties, scheme: { const: scheme } },
});

const TYPES = new Map<unknown, string>([
  [String, 'string'],
  [Number, 'number'],
  [Boolean, 'boolean'],
  [Array, 'array'],
]);

/** A variable may stand for any value that is no list or map. */
function plain(rules: readonly Rule[], declared: unknown): Schema {
  const type = TYPES.get(declared) ?? 'string';
  const facts: Schema = {};
  for (const { name, constraints = [] } of rules) {
    const [first] = constraints;
    if (name === 'isIn') facts['enum'] = first;
    if (name === 'matches' && first instanceof RegExp) facts['pattern'] = first.source;
    if (name === 'min') facts['minimum'] = first;
    if (name === 'max') facts['maximum'] = first;
    if (name === 'isInt') facts['type'] = 'integer';
    if (name === 'isUrl') facts['format'] = 'uri';
    if (name === 'isNotEmpty') facts['minLength'] = 1;
    if (name === 'isDuration') Object.assign(facts, DURATION);
  }
  if (type === 'array') return { type, items: { type: 'string', ...facts } };
  const schema: Schema = { type, ...facts };
  return type === 'string' ? schema : { anyOf: [schema, VARIABLE] };
}

const DURATION = { pattern: String.raw`^\d{1,9}(ms|s|m|h|d)$`, examples: ['30s', '2m', '1h'] };
const VARIABLE: Schema = { type: 'string', pattern: String.raw`^\$\{[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\}$` };
const EXPRESSION: Schema = { $comment: 'JSONata', type: ['string', 'number', 'boolean', 'null', 'object', 'array'] };
const WORD: Schema = { type: ['string', 'null'] };
const oneOf = (words: readonly string[]): Schema => ({ type: 'string', enum: words });
const mapOf = (value: Schema): Schema => ({ type: 'object', additionalProperties: value });
const keysOf = (keys: readonly string[], value: Schema): Record<string, Schema> =>
  Object.fromEntries(keys.map((key) => [key, value]));
const wordsBy = (reasons: readonly string[]): Schema => ({
  anyOf: [WORD, { type: 'object', properties: keysOf([...reasons, 'otherwise'], WORD), required: ['otherwise'] }],
});

/** What each check of a map allows; the checks themselves say what is wrong, in words and with the place. */
const CHECKED = new Map<Check, Schema>([
  [expressionTree, EXPRESSION],
  [mapOfExpressions, mapOf(EXPRESSION)],
  [mapOfShapes, mapOf(mapOf(EXPRESSION))],
  [mapOfWords, mapOf({ type: 'string', minLength: 1 })],
  [mapOfMeanings, mapOf(oneOf([...Object.keys(FAILURES), 'gone']))],
  [
    alreadyDone,
    { type: 'object', properties: { status: { type: 'integer' }, when: EXPRESSION }, required: ['status'] },
  ],
  [
    statusesIn,
    mapOf({
      type: 'object',
      properties: {
        status: oneOf(STATUSES),
        event: oneOf(LABEL_EVENTS),
        outcome: oneOf(OUTCOMES),
        rejection: oneOf(REJECTIONS),
      },
      additionalProperties: false,
    }),
  ],
  [
    statusesOut,
    {
      type: 'object',
      properties: {
        ...keysOf([...STATUSES, ...LABEL_EVENTS], WORD),
        resolved: wordsBy(OUTCOMES),
        rejected: wordsBy(REJECTIONS),
      },
      required: STATUSES,
      additionalProperties: false,
    },
  ],
  [categoriesIn, mapOf({ enum: [...CATEGORIES, null] })],
  [categoriesOut, { type: 'object', properties: keysOf(CATEGORIES, WORD), additionalProperties: false }],
]);

/** The requests and shapes that the connector's code asks for, by their names. */
function tellNeeds({ properties = {} }: Schema, needs: WireNeeds): void {
  const request = Object(properties['requests']?.['additionalProperties']) as Schema;
  properties['requests'] = named(needs.requests, (fields) => ({
    ...request,
    properties: { ...request.properties, answer: named(withoutNested(fields), () => EXPRESSION) },
  }));
  properties['read'] = named(needs.read, (fields) => named(withoutNested(fields), () => EXPRESSION));
}

const withoutNested = (fields: readonly string[]): WireNeeds['read'] =>
  Object.fromEntries(fields.map((field) => [field, []]));

function named(names: WireNeeds['read'], of: (fields: readonly string[]) => Schema): Schema {
  const entries = Object.entries(names).map(([name, fields]): [string, Schema] => [name.replace('?', ''), of(fields)]);
  const required = Object.keys(names).filter((name) => !name.endsWith('?'));
  return { type: 'object', properties: Object.fromEntries(entries), required, additionalProperties: false };
}

interface Rule {
  propertyName: string;
  type: string;
  name?: string | undefined;
  constraints?: unknown[];
}

const rulesOf = (of: Class): Rule[] => getMetadataStorage().getTargetValidationMetadatas(of, '', false, false);
