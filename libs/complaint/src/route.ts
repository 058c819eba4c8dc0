import type { Category } from './category.ts';
import type { Complaint, Link } from './complaint.ts';
import type { ComplaintEvent } from './event.ts';
import { isOpen } from './apply.ts';
import type { Kewenangan } from './status.ts';

/** One line of config/routing.yaml. Every condition given must hold; the first rule that matches decides. */
export interface Rule {
  name: string;
  when: {
    kewenangan?: (Kewenangan | 'unknown')[] | undefined;
    category?: Category[] | undefined;
    /** The road named in the complaint belongs, by the register, to this level of government. */
    roadOwner?: Kewenangan | undefined;
    /** One of these words stands in the text (whole words, any case). */
    words?: string[] | undefined;
  };
  /** An instance, or `home`: it stays. */
  to: string;
  why: string;
}

/** Who owned a road when. Ownership changes over the years, so each row has its time and its source. */
export interface Road {
  name: string;
  /** Each list of places that, all named in a text or a road name, means this road. */
  named: string[][];
  owner: Kewenangan;
  validFrom: string;
  validTo: string | null;
  source: string;
}

export interface Routing {
  home: string;
  rules: Rule[];
  roads: Road[];
}

/** Where a complaint goes by rule, and why: both are shown in the audit. `to` is null where it stays home. */
export interface Decision {
  to: string | null;
  rule: string;
  why: string;
}

/** The platform that a complaint belongs to by the rules. Never one that gave it back or that it came from. */
export function route(complaint: Complaint, { home, rules, roads }: Routing): Decision {
  const rule = rules.find(({ when }) => matches(when, complaint, roads));
  if (!rule) return { to: null, rule: '-', why: 'tidak ada aturan yang cocok' };
  const { name, why } = rule;
  const stays = (reason: string): Decision => ({ to: null, rule: name, why: reason });

  if (rule.to === 'home' || rule.to === home) return stays(why);
  if (rule.to === complaint.origin) return stays(`${why}; tidak dikirim balik ke asalnya`);
  if (complaint.returnedBy.includes(rule.to)) return stays(`${why}; sudah dikembalikan oleh ${rule.to}`);
  if (!isOpen(complaint.status)) return stays(`${why}; aduan sudah berakhir`);
  return { to: rule.to, rule: name, why };
}

/** The linked instances that hear of `event`, which `from` told; `from` never does. */
export function mirror(
  event: ComplaintEvent,
  complaint: Complaint,
  from: string,
  links: readonly Pick<Link, 'instance' | 'role'>[],
  home: string,
): string[] {
  const others = links.filter(({ instance }) => instance !== from);
  const names = (chosen: readonly { instance: string }[]) => [...new Set(chosen.map(({ instance }) => instance))];
  switch (event.type) {
    case 'replied':
      return event.public ? names(others) : [];
    case 'followed_up':
    case 'confirmed':
    case 'reopened':
      return names(others.filter(({ instance, role }) => role === 'handler' || instance === home));
    case 'status_changed':
      return from === complaint.handler ? names(hearStatus(others)) : [];
    case 'returned':
      // Who had it before somebody decided otherwise gives nothing back: at home that decision stands.
      return from === complaint.handler ? names(others.filter(({ instance }) => instance === home)) : [];
    case 'opened':
    case 'accepted':
    case 'disposed':
      return [];
  }
}

/** A platform that a complaint was forwarded to says its status and is not told it. */
export const hearStatus = <L extends Pick<Link, 'role'>>(links: readonly L[]): L[] =>
  links.filter(({ role }) => role !== 'handler');

function matches(when: Rule['when'], complaint: Complaint, roads: Road[]): boolean {
  if (when.kewenangan && !when.kewenangan.includes(complaint.kewenangan ?? 'unknown')) return false;
  if (when.category && (complaint.category === null || !when.category.includes(complaint.category))) return false;
  if (when.roadOwner && roadOwner(complaint, roads) !== when.roadOwner) return false;
  return !when.words || when.words.some((word) => wordsOf(complaint.text).includes(` ${word.toLowerCase()} `));
}

function roadOwner({ location, openedAt }: Complaint, roads: Road[]): Kewenangan | null {
  if (!location?.road) return null;
  return roadNamed(location.road, roads, openedAt.slice(0, 10))?.owner ?? null;
}

/** The road of the register that a name means: as the register stands on a day (`2026-01-31`), or now. */
export function roadNamed(name: string, roads: readonly Road[], on: string | null): Road | undefined {
  const road = wordsOf(name);
  const holds = ({ validFrom, validTo }: Road) =>
    on === null ? validTo === null : validFrom <= on && (validTo === null || on < validTo);
  return roads.find(
    (row) =>
      holds(row) && row.named.some((places) => places.every((place) => road.includes(` ${place.toLowerCase()} `))),
  );
}

const wordsOf = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
