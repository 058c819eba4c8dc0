import type { Knowledge } from './learn.ts';
import type { Understanding } from './understanding.ts';

/**
 * What a citizen's free text says. Pure, never throws, and takes less than a millisecond for a usual text.
 *
 * `on` (`2026-01-31`) is the day whose owner of a road counts; without it the rows without an end do.
 */
export function understand(_text: string, _knowledge: Knowledge, _on?: string): Understanding {
  return {
    isComplaint: false,
    chatter: null,
    category: null,
    kewenangan: null,
    area: null,
    candidates: [],
    road: null,
    confidence: 0,
    isSure: false,
    matched: [],
    why: [],
    missing: ['where', 'what'],
  };
}
