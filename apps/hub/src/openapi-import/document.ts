import { parse } from 'yaml';

/** One operation of a platform's document, with the names that it uses. */
export interface Operation {
  method: string;
  path: string;
  /** What people call it: id, summary, tags. */
  words: string;
  request: Field[];
  query: Field[];
  answer: Field[];
}

/** A property somewhere in a body. */
export interface Field {
  /** Dotted from the body's root; a list is passed through, as JSONata does. */
  path: string;
  description: string;
  labels: string[];
}

export interface PlatformDocument {
  server: string | null;
  /** The first way of signing in that it names. */
  security: { scheme: 'bearer' | 'header' | 'oauth2_client_credentials'; header?: string; tokenUrl?: string } | null;
  operations: Operation[];
}

type Node = Record<string, unknown>;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const MOST_OPERATIONS = 500;
/** Of one body. Schemas that refer to each other make more names than anybody has. */
const MOST_FIELDS = 500;
/** Of all bodies together: each is compared with each key of the profile. */
const MOST_FIELDS_IN_ALL = 20_000;
const MOST_WORDS_CHARS = 500;
const DEEPEST = 6;

/** Reads OpenAPI 3 or Swagger 2, as JSON or YAML; `null` where it is neither. */
export function readDocument(source: unknown): PlatformDocument | null {
  const root = typeof source === 'string' ? parsed(source) : source;
  if (!isNode(root) || !isNode(root['paths']) || !(root['openapi'] ?? root['swagger'])) return null;
  const reader = new Reader(root);
  const operations = Object.entries(root['paths']).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = reader.node(Object(reader.node(item))[method]);
      return operation ? [{ method, path, operation }] : [];
    }),
  );
  return {
    server: reader.server(),
    security: reader.security(),
    operations: operations
      .slice(0, MOST_OPERATIONS)
      .map(({ method, path, operation }) => reader.operation(method, path, operation)),
  };
}

function parsed(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch {
    return null;
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Where a schema stands in a body, and the schemas on the way down to it. */
interface Place {
  schema: unknown;
  path: string;
  isField: boolean;
  above: Node[];
}

class Reader {
  private fieldsLeft = MOST_FIELDS_IN_ALL;

  constructor(private readonly root: Node) {}

  /** The node itself, or what it refers to within the document. */
  node(value: unknown): Node | undefined {
    let found = value;
    for (let hops = 0; isNode(found) && typeof found['$ref'] === 'string' && hops < DEEPEST; hops += 1) {
      const steps = found['$ref'].replace(/^#\//, '').split('/');
      found = steps.reduce<unknown>((at, step) => Object(at)[step.replace('~1', '/').replace('~0', '~')], this.root);
    }
    return isNode(found) ? found : undefined;
  }

  operation(method: string, path: string, operation: Node): Operation {
    const parameters = listOf(operation['parameters'])
      .slice(0, MOST_FIELDS)
      .flatMap((each): Node[] => {
        const parameter = this.node(each);
        return parameter ? [parameter] : [];
      });
    const query = parameters.filter((each) => each['in'] === 'query');
    const body = parameters.find((each) => each['in'] === 'body')?.['schema'];
    const form = parameters.filter((each) => each['in'] === 'formData');
    return {
      method: method.toUpperCase(),
      path: this.prefix + path,
      words: ['operationId', 'summary', 'description']
        .map((key) => textOf(operation[key]).slice(0, MOST_WORDS_CHARS))
        .join(' '),
      query: query.map((each) => fieldOf(textOf(each['name']), each)),
      request: [
        ...form.map((each) => fieldOf(textOf(each['name']), each)),
        ...this.fields(body ?? this.content(operation['requestBody'])),
      ],
      answer: this.fields(this.answerOf(operation)),
    };
  }

  server(): string | null {
    const [first] = listOf(this.root['servers']);
    const url = textOf(this.node(first)?.['url']);
    const host = textOf(this.root['host']);
    if (URL.canParse(url)) return new URL(url).origin;
    return host ? `https://${host}` : null;
  }

  security(): PlatformDocument['security'] {
    const schemes = this.node(Object(this.root['components'])['securitySchemes'] ?? this.root['securityDefinitions']);
    for (const each of Object.values(schemes ?? {})) {
      const { type, scheme, in: place, name, flows, flow, tokenUrl } = this.node(each) ?? {};
      const own = this.node(this.node(flows)?.['clientCredentials']);
      if (type === 'oauth2' && (own || flow === 'application')) {
        return { scheme: 'oauth2_client_credentials', tokenUrl: textOf(own?.['tokenUrl'] ?? tokenUrl) };
      }
      if (type === 'apiKey' && place === 'header') return { scheme: 'header', header: textOf(name) };
      if (type === 'http' && textOf(scheme).toLowerCase() === 'bearer') return { scheme: 'bearer' };
    }
    return null;
  }

  /** What a path of the document begins with on the server. */
  private get prefix(): string {
    const url = textOf(this.node(listOf(this.root['servers'])[0])?.['url']);
    const path = URL.canParse(url) ? new URL(url).pathname : url.startsWith('/') ? url : textOf(this.root['basePath']);
    return path.replace(/\/+$/, '');
  }

  private content(body: unknown): unknown {
    const content = this.node(this.node(body)?.['content']);
    return this.node(Object.values(content ?? {})[0])?.['schema'];
  }

  private answerOf({ responses }: Node): unknown {
    const good = Object.entries(this.node(responses) ?? {}).find(([status]) => status.startsWith('2'))?.[1];
    return this.node(good)?.['schema'] ?? this.content(good);
  }

  /** The fields of a body, those nearest to its root first. Within itself a schema has no names that are new. */
  private fields(schema: unknown): Field[] {
    const most = Math.min(MOST_FIELDS, this.fieldsLeft);
    const places: Place[] = [{ schema, path: '', isField: false, above: [] }];
    const fields: Field[] = [];
    for (const place of places) {
      const node = this.node(place.schema) ?? {};
      if (place.isField) fields.push(fieldOf(place.path, node));
      if (places.length <= most && place.above.length <= DEEPEST && !place.above.includes(node))
        places.push(...this.below(place, node).slice(0, most + 1 - places.length));
    }
    this.fieldsLeft -= places.length - 1;
    return fields;
  }

  private below({ path, above }: Place, node: Node): Place[] {
    const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => listOf(node[key]));
    const items = node['items'] === undefined ? [] : [node['items']];
    const here = { path, isField: false, above: [...above, node] };
    return [
      ...[...parts, ...items].map((schema) => ({ ...here, schema })),
      ...Object.entries(this.node(node['properties']) ?? {}).map(([name, schema]) => {
        return { ...here, schema, path: path ? `${path}.${name}` : name, isField: true };
      }),
    ];
  }
}

function fieldOf(path: string, { description, title, enum: labels, schema }: Node): Field {
  const words = listOf(labels ?? Object(schema)['enum'])
    .slice(0, MOST_FIELDS)
    .filter((each): each is string => typeof each === 'string');
  return { path, description: textOf(description ?? title), labels: words };
}
