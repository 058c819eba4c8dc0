import type { Says } from './learn.ts';
import type { Match } from './patterns.ts';
import type { Rules } from './rules.ts';
import type { Chatter } from './understanding.ts';

interface Verdict {
  isComplaint: boolean;
  chatter: Chatter | null;
  why: string[];
}

/** A text of so few words, none of which says anything, is small talk. */
const FEW_WORDS = 3;

/**
 * Whether the text complains.
 *
 * Words that complain speak for it, and a subject of ours does a little; greetings, thanks and the like speak against. Most
 * complaints greet and thank too, so chatter has to weigh more than all that complains.
 */
export function judge(
  text: readonly string[],
  matches: readonly Match<Says>[],
  subject: number,
  rules: Rules,
): Verdict {
  const kinds = new Map<Chatter, { weight: number; words: string[] }>();
  let complaining = 0;
  const complains: string[] = [];
  for (const { value, words } of matches) {
    if (value.of === 'complaining') {
      complaining += value.weight;
      complains.push(words);
    }
    if (value.of !== 'chatter') continue;
    const known = kinds.get(value.chatter) ?? { weight: 0, words: [] };
    kinds.set(value.chatter, { weight: known.weight + value.weight, words: [...known.words, words] });
  }
  const { strong, fair, weak } = rules.weights;
  const evidence = complaining + (subject >= fair ? fair : subject > 0 ? weak : 0);
  const [kind] = [...kinds].toSorted(([, one], [, other]) => other.weight - one.weight);
  if (kind && kind[1].weight > complaining + (subject >= strong ? fair : subject > 0 ? weak : 0)) {
    return { isComplaint: false, chatter: kind[0], why: [`bukan aduan (${kind[0]}): ${kind[1].words.join(', ')}`] };
  }
  if (evidence >= fair)
    return { isComplaint: true, chatter: null, why: complains.length > 0 ? [`mengadu: ${complains.join(', ')}`] : [] };
  if (evidence === 0 && text.length <= FEW_WORDS)
    return { isComplaint: false, chatter: 'small_talk', why: ['bukan aduan: terlalu pendek untuk berarti'] };
  return { isComplaint: false, chatter: null, why: ['belum jelas apakah ini aduan'] };
}
