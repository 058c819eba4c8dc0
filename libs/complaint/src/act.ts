import { isOpen } from './apply.ts';
import type { Category } from './category.ts';
import type { Complaint } from './complaint.ts';
import type { Location, Marks } from './event.ts';
import { type Kewenangan, type Outcome, type Rejection, STATUS, type Status } from './status.ts';

/** What a person decides about a complaint here, at the hub. */
export type Act =
  | { kind: 'disposition'; opd: string; note: string | null }
  | { kind: 'authority'; kewenangan: Kewenangan | null; category: Category | null; reason: string }
  | { kind: 'triage'; accepted: boolean; category: Category; kewenangan: Kewenangan | null; location: Location | null }
  | { kind: 'forward'; to: string; reason: string }
  | { kind: 'needs_info'; question: string; office: string }
  | { kind: 'reply'; text: string; public: boolean; office: string }
  | { kind: 'status'; status: Status; outcome: Outcome | null; rejection: Rejection | null; note: string | null }
  | { kind: 'marks'; marks: Partial<Marks>; reason: string | null };

/** The complaint after a person's act, or why it may not be done, in plain words. */
export function decided(complaint: Complaint, act: Act): Complaint | string {
  switch (act.kind) {
    case 'disposition':
      if (!isOpen(complaint.status)) return 'Aduan ini sudah berakhir: buka kembali dulu dengan mengubah statusnya.';
      return { ...complaint, opd: act.opd, status: atLeast(complaint.status, 'assigned') };
    case 'authority':
      if (!isOpen(complaint.status)) return 'Aduan ini sudah berakhir: buka kembali dulu dengan mengubah statusnya.';
      // Decided again: who gave it back may get it again.
      return { ...complaint, kewenangan: act.kewenangan, category: act.category ?? complaint.category, returnedBy: [] };
    case 'triage': {
      if (!isOpen(complaint.status)) return 'Aduan ini sudah berakhir: buka kembali dulu dengan mengubah statusnya.';
      const { category, kewenangan } = act;
      return { ...complaint, category, kewenangan, location: placed(complaint.location, act), returnedBy: [] };
    }
    case 'forward':
      if (!isOpen(complaint.status)) return 'Aduan ini sudah berakhir dan tidak diteruskan lagi.';
      if (act.to === complaint.origin) return 'Aduan tidak diteruskan ke tempat asalnya.';
      return { ...complaint, returnedBy: complaint.returnedBy.filter((name) => name !== act.to) };
    case 'needs_info':
      return isOpen(complaint.status) ? { ...complaint, status: 'needs_info' } : 'Aduan ini sudah berakhir.';
    case 'reply':
      return complaint;
    case 'status':
      return withStatus(complaint, act);
    case 'marks':
      return marked(complaint, act);
  }
}

/**
 * The place as a person names it; where exactly in it, as the reporter said. Who accepts leaves a place that is known, who
 * corrects and names none takes back what the text was read as.
 */
function placed(
  known: Location | null,
  { accepted, location: named }: Extract<Act, { kind: 'triage' }>,
): Location | null {
  if (!known || (accepted && (known.areaCode || !named))) return known ?? named;
  const { areaCode: _code, kecamatan: _kecamatan, desa: _desa, ...exactly } = known;
  const place = { ...exactly, ...named };
  return Object.keys(place).length > 0 ? place : null;
}

const atLeast = (status: Status, least: Status): Status => (STATUS[status].rank < STATUS[least].rank ? least : status);

function withStatus(complaint: Complaint, act: Extract<Act, { kind: 'status' }>): Complaint | string {
  const { status, outcome, rejection, note } = act;
  const isBack = STATUS[status].rank < STATUS[complaint.status].rank;
  if (isBack && !note) return 'Status yang mundur perlu keterangan.';
  if (status === 'resolved' && !outcome)
    return 'Selesai perlu hasil: diperbaiki, dijadwalkan, dijelaskan atau diteruskan.';
  if (outcome && isOpen(status)) return 'Hasil hanya ada pada aduan yang sudah berakhir.';
  if (status === 'rejected' && !rejection)
    return 'Ditolak perlu alasan: tidak_layak, spam, duplikat atau tidak_lengkap.';
  return {
    ...complaint,
    status,
    outcome: outcome ?? (isOpen(status) ? null : complaint.outcome),
    rejection: status === 'rejected' ? rejection : null,
    reason: status === 'rejected' ? note : null,
  };
}

/** Anyone may tighten a mark; loosening one needs a reason. */
function marked(complaint: Complaint, { marks, reason }: Extract<Act, { kind: 'marks' }>): Complaint | string {
  if (loosens(complaint.marks, marks) && !reason) return 'Melonggarkan tanda anonim atau rahasia perlu alasan.';
  const known = Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== undefined));
  return { ...complaint, marks: { ...complaint.marks, ...known } };
}

export const loosens = (before: Marks, next: Partial<Marks>): boolean =>
  (before.anonim && next.anonim === false) || (before.rahasia && next.rahasia === false);
