import type { Facts, Location, Marks } from '#complaint';
import type { Proposal } from '#store';
import type { Rules, Understanding } from '#text';

interface Besides {
  /** Where the person said to be, by the pin that they sent. */
  sent: Location | null;
  marks: Marks;
  applied: Rules['apply'];
}

interface Reading {
  facts: Facts;
  /** What a person has to say yes to first; `null` where the words are plain. */
  proposal: Proposal | null;
}

/**
 * What a text makes of the complaint that it opens.
 *
 * A place that was named is where it is; what it is about decides where it goes, so what is not sure waits. Who asks for
 * protection is never sent on by a guess, however sure.
 */
export function readingOf(understood: Understanding, { sent, marks, applied }: Besides): Reading {
  const { category, kewenangan, area, road, confidence, isSure, matched, why: reasons } = understood;
  const location = locationOf(understood, sent, applied);
  const isMarked = marks.anonim || marks.rahasia;
  const isProposedOnly = !applied.category || (kewenangan !== null && !applied.kewenangan);
  if (isSure && !isMarked && !isProposedOnly) {
    return { facts: { category, kewenangan: applied.road || !road ? kewenangan : null, location }, proposal: null };
  }
  const why = isMarked ? 'marked' : 'unsure';
  const proposal: Proposal = { why, category, kewenangan, area: area?.code ?? null, confidence, matched, reasons };
  return { facts: { location }, proposal };
}

function locationOf({ area, road }: Understanding, sent: Location | null, applied: Rules['apply']): Location | null {
  const named: Location = {
    ...(area && applied.area && { areaCode: area.code, kecamatan: area.kecamatan, desa: area.desa ?? undefined }),
    ...(road && applied.road && { road: road.register }),
  };
  return sent || Object.keys(named).length > 0 ? { ...named, ...sent } : null;
}
