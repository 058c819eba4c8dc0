import { type Road, roadNamed } from '#complaint';
import { Phrases } from './phrases.ts';
import type { PlaceRules } from './rules.ts';
import type { NamedRoad } from './understanding.ts';

/** A road that a text names, and the words that do. */
export interface FoundRoad extends NamedRoad {
  from: number;
  to: number;
}

/** The roads whose owner is on record, found where a text names the places that they join. */
export class RoadRegister {
  private readonly places: Phrases<string>;
  private readonly before: ReadonlySet<string>;
  private readonly between: ReadonlySet<string>;

  constructor(
    private readonly roads: readonly Road[],
    { road, between }: PlaceRules,
  ) {
    const names = new Set(roads.flatMap(({ named }) => named.flat()));
    this.places = new Phrases([...names].map((name) => [name.toLowerCase().split(' '), name]));
    this.before = new Set(road);
    this.between = new Set([...road, ...between]);
  }

  find(text: readonly string[], on: string | null): FoundRoad | null {
    for (let from = 0; from < text.length; from += 1) {
      if (!this.before.has(text[from] ?? '')) continue;
      const { names, to } = this.joined(text, from + 1);
      const name = names.join(' - ');
      const row = names.length > 1 ? roadNamed(name, this.roads, on) : undefined;
      if (row) return { name, register: row.name, owner: row.owner, from, to };
      from = to - 1;
    }
    return null;
  }

  /** The places that stand in one row from `at` on, with nothing else between them than words such as `ke`. */
  private joined(text: readonly string[], at: number): { names: string[]; to: number } {
    const names: string[] = [];
    let next = at;
    for (;;) {
      const place = this.places.longestAt(text, next);
      if (place) names.push(place.value);
      else if (!this.between.has(text[next] ?? '')) return { names, to: next };
      next += place?.length ?? 1;
    }
  }
}
