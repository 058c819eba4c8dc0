import { Chance } from './chance.ts';
import { MORNING } from './clock.ts';
import type { Place } from './places.ts';
import { spoken } from './spoken.ts';
import type { Kind, Story } from './story.ts';
import { Telling } from './telling.ts';

/** 22 complaints are a busy day: 5,450 in 2025 make 15 on average. */
const FIRST_DAY = 22;
/** Of 3,965 reports: WhatsApp 3,381, website 349, the rest Instagram, TikTok and LaporGub. */
const WHATSAPP = 3381 / 3965;
const WEB = 349 / 3965;
/** Named in the figures, and beside them the one that is answered in the same way. */
const SOCIAL = ['instagram', 'tiktok', 'instagram', 'tiktok', 'facebook'];
const PROVINCIAL = 0.2;
const INFRASTRUCTURE = 0.27;
const ANONIM = 0.1;

/** The first complaint of a day comes early, and nobody writes after half past eight. */
const EARLY = 5;
const LATEST = 870;

/**
 * One day of complaints: the same for the same seed. Its first one is a provincial road that is answered soon. What is
 * said on a connected channel is said there; the rest is typed in at home.
 */
export function planDay(
  seed: number,
  places: readonly Place[],
  day = 0,
  isConnected: (channel: string) => boolean = () => false,
): Story[] {
  const chance = new Chance(seed * 1_000 + day);
  const isFirst = day === 0;
  const count = isFirst ? FIRST_DAY : chance.between(12, 18);
  const kinds = chance.shuffled(kindsOf(count, isFirst, chance));
  const handedDown = kinds.filter((kind) => kind === 'handed_down').length;
  const channels = chance.shuffled(channelsOf(count, handedDown, isFirst, chance));
  const start = day * 1440 + MORNING + EARLY;
  const telling = new Telling(chance, places, channels);
  const others = kinds.map((kind) => telling.tell(kind, start + minuteOf(kind, chance)));
  const anonim = chance.shuffled(others.filter(({ kind, from }) => kind !== 'secret' && from === 'lapor-masbup'));
  for (const { filing } of anonim.slice(0, Math.max(1, Math.round(count * ANONIM)))) filing.input['tanda'] = 'anonim';
  const pictured = others.find(({ kind }) => kind === 'infrastructure') ?? others[0];
  if (pictured) pictured.filing.input['foto'] = 'dengan foto';
  const told = others.map((story) => spoken(story, isConnected));
  return [telling.first(start), ...told].toSorted((a, b) => a.at - b.at);
}

/** The day without its first complaint. What a first day shows once is left to chance on the others. */
function kindsOf(count: number, isFirst: boolean, chance: Chance): Kind[] {
  const special: Kind[] = isFirst
    ? ['handed_down', 'handed_down', 'short', 'secret', 'mistaken']
    : chance.next() < 0.5
      ? ['handed_down', 'mistaken']
      : [];
  const has = (kind: Kind) => special.filter((each) => each === kind).length;
  const provincial = Math.round(count * PROVINCIAL) - 1 - has('short');
  const infrastructure = Math.round(count * INFRASTRUCTURE) - has('mistaken') - has('secret');
  const atHome = count - 1 - special.length - provincial - infrastructure;
  return [
    ...special,
    ...many('provincial', provincial),
    ...many('infrastructure', infrastructure),
    ...many('at_home', atHome),
  ];
}

/** Channels of what is filed at home after the first complaint; LaporGub's share is what it hands down. A first day has a comment. */
function channelsOf(count: number, handedDown: number, isFirst: boolean, chance: Chance): string[] {
  const social = Math.max(isFirst ? 1 : 0, Math.round(count * (1 - WHATSAPP - WEB)) - handedDown);
  const web = Math.round(count * WEB);
  return Array.from({ length: count - 1 - handedDown }, (_each, index) => {
    if (index < web) return 'web';
    return index < web + social ? chance.pick(SOCIAL) : 'whatsapp';
  });
}

/** Long stories begin early enough to end on the same day. */
function minuteOf(kind: Kind, chance: Chance): number {
  const latest = kind === 'mistaken' ? LATEST * 0.3 : kind === 'at_home' ? LATEST : LATEST * 0.65;
  return chance.between(15, Math.round(latest));
}

const many = (kind: Kind, times: number): Kind[] => Array.from({ length: Math.max(0, times) }, () => kind);
