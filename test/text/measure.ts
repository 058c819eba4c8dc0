import { CATEGORIES, type Category } from '#complaint';
import { understand, type Understanding } from '#text';
import { type Example, EXAMPLES, type Half, halfOf } from './examples.ts';
import { KNOWLEDGE } from './knowledge.ts';

interface Row {
  category: Category;
  count: number;
  precision: number;
  recall: number;
  f1: number;
}

interface Measured {
  rows: Row[];
  /** Mean over the categories, so that a rare one counts as much. */
  f1: number;
  categories: Share;
  /** Of those that name a place: the right code. */
  areas: Share;
  /** Places found where none was named. */
  invented: number;
  /** Names that stand for several places and were asked about. */
  asked: Share;
  complaints: Share;
  chatter: Share;
  droppedAsChatter: string[];
  roads: Share;
}

interface Share {
  right: number;
  of: number;
}

type Read = { example: Example; understood: Understanding };

export function measure(half: Half): Measured {
  const read = EXAMPLES.filter(({ text }) => halfOf(text) === half).map(
    (example): Read => ({ example, understood: understand(example.text, KNOWLEDGE) }),
  );
  const complaints = read.filter(({ example }) => example.chatter === undefined);
  const named = complaints.filter(({ example }) => example.category);
  const rows = CATEGORIES.map((category) => rowOf(category, named));
  return {
    rows,
    f1: rows.reduce((sum, { f1 }) => sum + f1, 0) / rows.length,
    categories: share(named, ({ example, understood }) => understood.category === example.category),
    areas: share(
      complaints.filter(({ example }) => example.area),
      ({ example, understood }) => understood.area?.code === example.area,
    ),
    invented: complaints.filter(({ example, understood }) => !example.area && understood.area).length,
    asked: share(
      complaints.filter(({ example }) => example.ambiguous),
      ({ understood }) => understood.candidates.length > 1 && understood.missing.includes('where'),
    ),
    complaints: share(complaints, ({ understood }) => understood.isComplaint),
    chatter: share(
      read.filter(({ example }) => example.chatter),
      ({ understood }) => !understood.isComplaint,
    ),
    droppedAsChatter: complaints.filter(({ understood }) => understood.chatter).map(({ example }) => example.text),
    roads: share(
      complaints.filter(({ example }) => example.road),
      ({ example, understood }) => understood.road?.owner === example.road,
    ),
  };
}

function rowOf(category: Category, read: Read[]): Row {
  const wanted = read.filter(({ example }) => example.category === category);
  const got = read.filter(({ understood }) => understood.category === category);
  const right = wanted.filter(({ understood }) => understood.category === category).length;
  const precision = right / Math.max(1, got.length);
  const recall = right / Math.max(1, wanted.length);
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { category, count: wanted.length, precision, recall, f1 };
}

const share = (read: Read[], is: (each: Read) => boolean): Share => ({
  right: read.filter(is).length,
  of: read.length,
});
