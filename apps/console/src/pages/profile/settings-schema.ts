/** As much of a JSON Schema as the form understands. */
export interface Schema {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

export interface Field {
  path: string[];
  kind: 'text' | 'choice' | 'switch' | 'list' | 'secret';
  isRequired: boolean;
  schema: Schema;
}

export interface Section {
  path: string[];
  description: string | undefined;
  fields: Field[];
}

/** Chosen when an instance is made and never after; and what speaks in the platform's words, which the text says best. */
const LEFT_OUT = new Set(['connector', 'requests', 'read', 'errors', 'statuses', 'categories']);

/** What can be filled in, section by section. Tables and expressions are the text's own and are left out. */
export function sectionsOf(schema: Schema, tree: unknown): Section[] {
  const sections: Section[] = [];
  const walk = (of: Schema, path: string[], at: unknown): void => {
    const { properties = {}, required = [], description } = chosenShape(of, at);
    const entries = Object.entries(properties).filter(([key]) => path.length > 0 || !LEFT_OUT.has(key));
    const fields = entries
      .filter(([key, each]) => isWritable(each, Object(at)[key]))
      .flatMap(([key, each]) => fieldOf(each, [...path, key], required.includes(key)) ?? []);
    if (fields.length > 0) sections.push({ path, description, fields });
    for (const [key, each] of entries) {
      if (isSection(each)) walk(each, [...path, key], Object(at)[key] as unknown);
    }
  };
  walk(schema, [], tree);
  return sections;
}

/** Where a choice of shapes is offered, the one that the text has chosen. */
function chosenShape(schema: Schema, at: unknown): Schema {
  const scheme: unknown = Object(at)['scheme'];
  const shape = schema.oneOf?.find(({ properties }) => properties?.['scheme']?.const === scheme);
  return shape ? { ...shape, description: schema.description } : schema;
}

const isSection = ({ type, properties, additionalProperties, oneOf }: Schema): boolean =>
  oneOf !== undefined || (type === 'object' && properties !== undefined && typeof additionalProperties !== 'object');

/** A table is no field, whatever its schema calls it; and there is no secret to name where the text has none. */
const isWritable = ({ format }: Schema, value: unknown): boolean =>
  typeof value === 'object' ? Array.isArray(value) : value !== undefined || format !== 'password';

function fieldOf(given: Schema, path: string[], isRequired: boolean): Field | null {
  const schema = { ...given, ...given.anyOf?.[0] };
  const kind = kindOf(schema);
  return kind && { path, kind, isRequired, schema };
}

function kindOf({ type, format, enum: choices }: Schema): Field['kind'] | null {
  if (format === 'password') return 'secret';
  if (choices) return 'choice';
  if (type === 'boolean') return 'switch';
  if (type === 'array') return 'list';
  return type === 'string' || type === 'number' || type === 'integer' ? 'text' : null;
}

/** A number is written as one; a variable, a duration or a word stays a text. */
export const typed = (written: string, { type }: Schema): unknown =>
  (type === 'number' || type === 'integer') && /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : written;
