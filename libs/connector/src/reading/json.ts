import { ConnectorError } from '../errors.ts';

const MAX_DEPTH = 100;
const UNSAFE_DIGITS = /\d{16}/;

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

/**
 * JSON as platforms send it; throws `malformed` where it is none or nests deeper than any message needs.
 *
 * Whole numbers beyond 2^53 (some platforms number their cases so) come out as the digits that were sent, as a string:
 * the reviver sees each number's source text. Only texts that hold 16 digits in a row pay for that.
 */
export function decodeJson(bytes: Uint8Array): unknown {
  if (depthOf(bytes) > MAX_DEPTH)
    throw new ConnectorError('malformed', `JSON bersarang lebih dari ${MAX_DEPTH} tingkat`);
  const text = new TextDecoder().decode(bytes);
  const parse = JSON.parse as (text: string, reviver?: Reviver) => unknown;
  try {
    return UNSAFE_DIGITS.test(text) ? parse(text, exactIntegers) : parse(text);
  } catch {
    // The engine's message quotes the text, which may be a citizen's.
    throw new ConnectorError('malformed', 'Isi bukan JSON yang dapat dibaca', { cause: `${bytes.length} byte` });
  }
}

const exactIntegers: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
    ? source
    : value;

/** Counts brackets outside strings, without recursion. */
function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quoted) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return deepest;
}
