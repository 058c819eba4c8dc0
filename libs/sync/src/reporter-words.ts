import type { ComplaintEvent, EventOf, Marks } from '#complaint';
import { marksIn } from './intake/marks.ts';

type Reporters = EventOf<'followed_up' | 'confirmed' | 'reopened'>;

export const isReporters = (event: ComplaintEvent): event is Reporters =>
  event.type === 'followed_up' || event.type === 'confirmed' || event.type === 'reopened';

/** Stands before what was said otherwise. */
export const CORRECTED = 'Diralat pelapor: ';

/** Who says "jangan sebut nama saya" a day later means it no less. */
export const marksAskedFor = ({ text }: Reporters): Marks => marksIn(text.replace(CORRECTED, ''));

/** What the reporter did, as a message: platforms know a citizen's words, not our verdicts and scores. */
export function spoken(event: Reporters): string {
  if (event.type === 'followed_up') return event.text;
  const verdict =
    event.type === 'confirmed'
      ? 'Pelapor menyatakan aduan ini sudah selesai.'
      : 'Pelapor menyatakan masalahnya belum selesai dan meminta aduan ini dibuka kembali.';
  const score = event.score === undefined ? '' : `Nilai dari pelapor: ${event.score} dari 5.`;
  return [verdict, score, event.text].filter(Boolean).join(' ');
}
