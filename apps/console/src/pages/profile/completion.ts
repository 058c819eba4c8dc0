import type { CompletionSource } from '@codemirror/autocomplete';
import { heard } from '../../words/words.ts';

interface Schema {
  type?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  oneOf?: Schema[];
}

const KEY = /^(\s*)([\w.-]+):/;
const WORD = /[\w.-]*$/;

/** Offers what the profile's schema knows at the place of the cursor: keys, and the values of a choice. */
export function completionFrom(schema: object): CompletionSource {
  return ({ state, pos, explicit }) => {
    const line = state.doc.lineAt(pos);
    const before = line.text.slice(0, pos - line.from);
    const word = WORD.exec(before)?.[0] ?? '';
    if (word === '' && !explicit) return null;
    const above = Array.from({ length: line.number - 1 }, (_none, index) => state.doc.line(index + 1).text);
    const value = KEY.exec(before);
    if (value) {
      const path = [...parentsOf(above, value[1]?.length ?? 0), value[2] ?? ''];
      const options = placesAt(schema, path).flatMap(({ enum: choices = [] }) => choices.map(optionOf));
      return options.length > 0 ? { from: pos - word.length, options } : null;
    }
    const indent = before.length - before.trimStart().length;
    const options = placesAt(schema, parentsOf(above, indent)).flatMap(({ properties = {} }) =>
      Object.entries(properties).map(([key, { description, type }]) => ({
        label: key,
        apply: `${key}: `,
        type: 'property',
        ...(type ? { detail: type } : {}),
        ...(description ? { info: heard(description) } : {}),
      })),
    );
    return options.length > 0 ? { from: pos - word.length, options } : null;
  };
}

const optionOf = (value: unknown) => ({ label: String(value), type: 'enum' });

/** The keys under which a line of this indent stands. */
function parentsOf(above: string[], indent: number): string[] {
  const path: string[] = [];
  let limit = indent;
  for (const text of above.toReversed()) {
    const [, spaces, key] = KEY.exec(text) ?? [];
    if (spaces === undefined || key === undefined || spaces.length >= limit) continue;
    path.unshift(key);
    limit = spaces.length;
  }
  return path;
}

/** A choice of shapes stands for all of them: which one is meant may not be written yet. */
function placesAt(schema: Schema, path: string[]): Schema[] {
  let places = shapesOf(schema);
  for (const key of path) {
    places = places
      .flatMap(({ properties, additionalProperties: others }) => {
        const own = properties?.[key];
        if (own) return [own];
        return typeof others === 'object' ? [others] : [];
      })
      .flatMap(shapesOf);
  }
  return places;
}

const shapesOf = (schema: Schema): Schema[] => schema.oneOf?.flatMap(shapesOf) ?? [schema];
