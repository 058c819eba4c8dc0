import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Path } from './fault.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g;

export interface ProfileDocument {
  value: unknown;
  /** Values that consist of nothing but a variable: a number may have been meant. */
  substituted: Path[];
  placeOf: (path: Path) => Place;
  problems: (Place & { path: Path; message: string; variable?: string })[];
}

/** Both count from 1. */
interface Place {
  line: number;
  column: number;
}

/** The variables that a profile's text takes values from, in their order. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].flatMap(([, name]) => name ?? []))];
}

/** Reads YAML and puts the variables in; keeps where each value stands. */
export function readDocument(text: string, env: Variables): ProfileDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const placeOf = (path: Path) => at(offsetOf(document, path));
  const twice = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const problems: ProfileDocument['problems'] = twice.map(({ pos }) => ({
    ...at(pos[0]),
    path: [],
    message: TWICE,
  }));
  // One slip makes the reader stumble over all that follows: only the first is worth reading.
  const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (broken) {
    const place = at(broken.pos[0]);
    const message = (text.split('\n')[place.line - 1] ?? '').includes('${')
      ? QUOTE
      : (SYNTAX[broken.code] ?? `YAML tidak dapat dibaca: ${broken.message}`);
    problems.push({ ...place, path: [], message });
    return { value: null, substituted: [], placeOf, problems };
  }

  const substituted: Path[] = [];
  let isDangling = false;
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document) !== undefined) return;
      isDangling = true;
      problems.push({ ...at(node.range?.[0] ?? 0), path: [], message: danglingOf(node.source) });
    },
    Scalar(key, node, ancestors) {
      if (key === 'key' || typeof node.value !== 'string' || !node.value.includes('${')) return;
      const place = at(node.range?.[0] ?? 0);
      const source = node.value;
      const path = pathOf([...ancestors, node]);
      node.value = source.replace(VARIABLE, (_whole, own: string, otherwise: string | undefined) => {
        // `${OWN:-$SHARED}`: a variable of several profiles, which one of them may have for itself.
        const [, shared] = /^\$(\w+)$/.exec(otherwise ?? '') ?? [];
        const value = env[own] || (shared === undefined ? otherwise : env[shared] || undefined);
        const name = shared ?? own;
        if (value === undefined) {
          problems.push({
            ...place,
            path,
            message: `variabel ${name} belum diisi: isi di lingkungan, atau tulis \${${name}:-bawaan}`,
            variable: name,
          });
        }
        return value ?? '';
      });
      if (source.replace(VARIABLE, '') === '') substituted.push(path);
    },
  });
  return { value: isDangling ? null : valueOf(document, problems), substituted, placeOf, problems };
}

function valueOf(document: Document, problems: ProfileDocument['problems']): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    // A few references to references unfold to more than any memory holds: the library stops before.
    if (!(error instanceof ReferenceError)) throw error;
    problems.push({ line: 1, column: 1, path: [], message: UNFOLDS });
    return null;
  }
}

const UNFOLDS = 'terlalu banyak rujukan (*nama) di dalam rujukan: tulis isinya sendiri';

const danglingOf = (name: string): string =>
  `*${name} merujuk nama yang tidak ada di berkas ini: beri tanda kutip bila itu isinya sendiri`;

const TWICE = 'kunci ini tertulis dua kali: hapus salah satunya';
const QUOTE = 'YAML tidak dapat dibaca: di dalam { } atau [ ] beri tanda kutip pada "${NAMA}"';
const SYNTAX: Record<string, string> = {
  TAB_AS_INDENT: 'jangan memakai tab untuk menjorokkan baris, pakai spasi',
  BAD_INDENT: 'jorokan baris tidak cocok: samakan dengan baris di sekitarnya',
};

/** The offset of the key (or list item) at `path`, or of the nearest thing above it that exists. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const segment of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(segment));
      if (!pair) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(segment)];
      if (isScalar(item) || isMap(item) || isSeq(item)) offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

function pathOf(nodes: readonly unknown[]): Path {
  const path: (string | number)[] = [];
  nodes.forEach((node, depth) => {
    const parent = nodes[depth - 1];
    if (isSeq(parent)) path.push(parent.items.indexOf(node));
    if (isMap(parent) && typeof node === 'object' && node !== null && 'key' in node) {
      path.push(String(isScalar(node.key) ? node.key.value : node.key));
    }
  });
  return path;
}
