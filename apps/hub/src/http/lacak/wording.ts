import { type ComplaintEvent, OUTCOME, type Outcome, REJECTION, STATUS, type Status } from '#complaint';
import type { PublicComplaint } from './lacak.queries.ts';

/** Selesai means answered; whether anything was repaired is said by the outcome alone. */
const ANSWERED: Record<Outcome, string> = {
  diperbaiki: 'Aduan selesai: sudah diperbaiki.',
  dijadwalkan: 'Aduan selesai dijawab: perbaikannya dijadwalkan, belum dikerjakan.',
  dijelaskan: 'Aduan selesai dijawab dengan penjelasan.',
  diteruskan: 'Aduan selesai dijawab: diteruskan kepada yang berwenang.',
};
const ONLY_ANSWERED = 'Aduan selesai dijawab. Jawaban belum tentu berarti perbaikannya sudah dikerjakan.';

/** Where a complaint stands, in words that need no explanation. */
export function standing({ status, outcome, rejection }: PublicComplaint, handler: string): string {
  const sentences: Record<Status, string> = {
    received: 'Aduan sudah diterima dan menunggu diperiksa petugas.',
    verifying: 'Aduan sedang diperiksa petugas untuk menentukan siapa yang menangani.',
    needs_info: 'Petugas memerlukan keterangan tambahan dari pelapor.',
    assigned: `Aduan sudah diserahkan kepada ${handler} dan menunggu ditangani.`,
    in_progress: `Aduan sedang ditangani ${handler}.`,
    resolved: outcome ? ANSWERED[outcome] : ONLY_ANSWERED,
    closed: `Aduan ditutup. ${outcome ? ANSWERED[outcome] : ''}`,
    rejected: `Aduan tidak dapat diproses${rejection ? `: ${REJECTION[rejection].toLowerCase()}` : ''}.`,
  };
  return sentences[status];
}

export interface Entry {
  at: Date;
  heading: string;
  text: string | null;
}

/** One line of the public timeline, or nothing where there is nothing to tell. `title` is who told us. */
export function entryOf(event: ComplaintEvent, title: string, at: Date): Entry | null {
  switch (event.type) {
    case 'opened':
      return { at, heading: 'Aduan diterima', text: null };
    case 'replied': {
      const office = event.author.role === 'office' && event.author.name ? event.author.name : title;
      return { at, heading: `${event.question ? 'Pertanyaan' : 'Tanggapan'} dari ${office}`, text: event.text };
    }
    case 'followed_up':
      return { at, heading: 'Pelapor menambahkan keterangan', text: event.text };
    case 'accepted':
      return { at, heading: `Dicatat oleh ${title}`, text: null };
    case 'status_changed':
      return { at, heading: `${statusHeading(event)} (${title})`, text: event.note ?? null };
    case 'returned':
      return { at, heading: `Dikembalikan oleh ${title}, dicarikan yang berwenang`, text: event.reason ?? null };
    case 'disposed':
      return event.facts.opd ? { at, heading: `Diserahkan kepada ${event.facts.opd}`, text: null } : null;
  }
}

const statusHeading = ({ status, outcome }: Extract<ComplaintEvent, { type: 'status_changed' }>): string => {
  if (status !== 'resolved') return STATUS[status].label;
  return outcome ? `Selesai dijawab: ${OUTCOME[outcome].toLowerCase()}` : 'Selesai dijawab';
};
