/**
 * What the hub's server says, by its own words: `{1}` stands for the first value in a sentence. In what it means,
 * `{1|one|many}` is the one word where the first value is 1, else the other.
 */
export type Sentences = Record<string, string>;

interface Template {
  pattern: RegExp;
  /** Letters that are not a value's: the more, the surer that it is this sentence. */
  letters: number;
  meaning: string;
}

/** Where several things are said in one, and the parts are sentences of their own. */
const JOINTS = ['\n', '. ', '; ', ' · ', ': ', ' → ', ', '];

const PLACE = /\{(\d+)\}/g;
const MEANT = /\{(\d+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/** Reads sentences of one language in another. */
export class Interpreter {
  private readonly whole: ReadonlyMap<string, string>;
  private readonly templates: readonly Template[];
  private readonly known = new Map<string, string>();

  constructor(sentences: Sentences) {
    this.whole = new Map(Object.entries(sentences));
    this.templates = Object.entries(sentences)
      .filter(([sentence]) => sentence.search(PLACE) >= 0)
      .map(([sentence, meaning]) => ({
        pattern: new RegExp(`^${sentence.split(PLACE).map(asPattern).join('')}$`, 's'),
        letters: sentence.replaceAll(PLACE, '').length,
        meaning,
      }))
      .toSorted((one, other) => other.letters - one.letters);
  }

  /** What is meant by it. Words of people, and whatever else is not known, stay as they are. */
  read(said: string): string {
    let meaning = this.known.get(said);
    if (meaning === undefined) {
      meaning = this.sentence(said) ?? this.parts(said) ?? said;
      this.known.set(said, meaning);
    }
    return meaning;
  }

  private sentence(said: string): string | undefined {
    const whole = this.whole.get(said);
    if (whole !== undefined) return whole;
    // Put into another sentence, it lost its full stop.
    const stopped = this.whole.get(`${said}.`);
    if (stopped !== undefined) return stopped.replace(/\.$/, '');
    for (const { pattern, meaning } of this.templates) {
      const values = pattern.exec(said);
      if (!values) continue;
      return meaning.replaceAll(MEANT, (_place, at: string, one?: string, many?: string) => {
        const value = values[Number(at)] ?? '';
        return (value === '1' ? one : many) ?? this.read(value);
      });
    }
    return undefined;
  }

  private parts(said: string): string | undefined {
    const joint = JOINTS.find((each) => said.includes(each));
    if (joint === undefined) return undefined;
    const parts = said.split(joint);
    const read = parts.map((part) => this.read(part));
    return read.some((part, at) => part !== parts[at]) ? read.join(joint) : undefined;
  }
}

/** `split` by a capture gives text and place by turns. */
const asPattern = (part: string, at: number): string =>
  at % 2 === 0 ? part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`) : '(.+?)';

/** The console's own texts, by what they are in Bahasa Indonesia: the server says many of them too. */
export function namesIn(id: Record<string, string>, other: Record<string, string>): Sentences {
  const names = Object.entries(id).map(([key, text]) => [text, other[key] ?? text, key] as const);
  // One word that means several things is a status, where the server says it.
  const statuses = names.filter(([, , key]) => key.startsWith('status.'));
  return Object.fromEntries([...names, ...statuses].filter(([text]) => !text.includes('{')));
}
