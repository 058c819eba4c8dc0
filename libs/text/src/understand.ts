import { judge } from './chatter.ts';
import type { Entry } from './gazetteer.ts';
import type { Knowledge } from './learn.ts';
import { locate } from './locate.ts';
import { kewenanganOf, subjectOf } from './subject.ts';
import type { Missing, Place, Understanding } from './understanding.ts';

/**
 * What a citizen's free text says. Pure, never throws, and takes less than a millisecond for a usual text.
 *
 * `on` (`2026-01-31`) is the day whose owner of a road counts; without it the register as it stands now.
 */
export function understand(text: string, knowledge: Knowledge, on: string | null = null): Understanding {
  const { rules, spelling, patterns, gazetteer, roads } = knowledge;
  const words = spelling.normalise(text);
  const matches = patterns.in(words);
  const subject = subjectOf(matches);
  const verdict = judge(words, matches, subject.score, rules);
  const road = roads.find(words, on);
  // The ends of a road are not where on it something is.
  const mentions = gazetteer.mentions(words).filter(({ from, to }) => !road || from < road.from || to > road.to);
  const { area, candidates, why: places } = locate(gazetteer, mentions);
  const { category, confidence } = subject;
  const { kewenangan, why: duty } = kewenanganOf(category, matches, road, rules);

  const missing: Missing[] = [];
  const needsPlace = category === null || rules.categories[category]?.needs_place === true;
  if (area === null && (candidates.length > 0 || (needsPlace && !road))) missing.push('where');
  if (category === null) missing.push('what');
  return {
    isComplaint: verdict.isComplaint,
    chatter: verdict.chatter,
    category,
    kewenangan,
    area: area && placeOf(area),
    candidates: candidates.map(placeOf),
    road: road && { name: road.name, register: road.register, owner: road.owner },
    confidence,
    isSure: verdict.isComplaint && category !== null && confidence >= rules.threshold,
    matched: subject.matched,
    why: [...verdict.why, ...subject.why, ...places, ...duty],
    missing,
  };
}

const placeOf = ({ code, kecamatan, desa }: Entry): Place => ({ code, kecamatan, desa });
