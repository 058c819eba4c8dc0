import { NAMES } from './answers.ts';
import type { Chance } from './chance.ts';
import type { Place } from './places.ts';
import * as steps from './steps.ts';
import type { Kind, Story } from './story.ts';
import * as texts from './texts.ts';

type Pool = 'provincial' | 'infrastructure' | 'atHome';

/** Makes stories of what people say: who they are, where, and what becomes of it. */
export class Telling {
  readonly #names: () => string;
  readonly #draw: Record<Pool, () => texts.Said>;
  #handedDown = 0;
  #asked = false;

  /** Takes a channel of `channels` for each complaint that is filed at home. */
  constructor(
    private readonly chance: Chance,
    private readonly places: readonly Place[],
    private readonly channels: string[],
  ) {
    this.#names = chance.deck(NAMES);
    this.#draw = {
      provincial: chance.deck(texts.PROVINCIAL),
      infrastructure: chance.deck(texts.INFRASTRUCTURE),
      atHome: chance.deck(texts.AT_HOME),
    };
  }

  /** A provincial road, known by rule and answered soon. */
  first(at: number): Story {
    const said = texts.PROVINCIAL[0] as texts.Said;
    const filing = this.#file(said, 'whatsapp', true);
    const handled = steps.provinceHandles(this.chance, { soon: true });
    return {
      kind: 'provincial',
      at,
      from: 'lapor-masbup',
      channel: 'whatsapp',
      goesTo: 'laporgub',
      filing,
      steps: handled,
    };
  }

  tell(kind: Kind, at: number): Story {
    const { chance } = this;
    if (kind === 'handed_down') return this.#handDown(at);
    const channel = this.channels.pop() ?? 'whatsapp';
    const story = (said: texts.Said, goesTo: Story['goesTo'], told: Story['steps'], knowsSubject = false): Story => {
      const filing = this.#file(said, channel, knowsSubject);
      return { kind, at, from: 'lapor-masbup', channel, goesTo, filing, steps: [steps.verified(chance), ...told] };
    };
    switch (kind) {
      case 'provincial': {
        const said = this.#draw.provincial();
        const byRule = channel === 'web' || chance.next() < 0.4;
        const asks = !this.#asked && said.ruas !== undefined;
        this.#asked ||= asks;
        const handled = steps.provinceHandles(chance, { asks });
        return story(
          said,
          'laporgub',
          byRule ? handled : [steps.disposed(chance, 'provinsi', said), ...handled],
          byRule,
        );
      }
      case 'short':
        return story(texts.SHORT, 'laporgub', [steps.disposed(chance, 'provinsi', texts.SHORT)]);
      case 'mistaken': {
        const said = chance.pick(texts.MISTAKEN);
        const back = [steps.disposed(chance, 'provinsi', said), ...steps.givenBack(chance, said)];
        return story(said, 'smartdpu', [...back, ...steps.worksHandle(chance)]);
      }
      case 'secret': {
        const told = [steps.disposed(chance, 'kabupaten', texts.SECRET), steps.secretAnswer(chance)];
        const secret = story(texts.SECRET, 'smartdpu', told);
        secret.filing.input['tanda'] = 'anonim dan rahasia';
        return secret;
      }
      case 'infrastructure': {
        const said = this.#draw.infrastructure();
        return story(said, 'smartdpu', [steps.disposed(chance, 'kabupaten', said), ...steps.worksHandle(chance)]);
      }
      case 'at_home': {
        const said = this.#draw.atHome();
        const decided = steps.disposed(chance, 'kabupaten', said);
        return story(said, 'lapor-masbup', [decided, ...steps.officeHandles(chance, said)], channel === 'web');
      }
    }
  }

  /** In turn one that stays with an office of the regency, and one that goes on to the public works. */
  #handDown(at: number): Story {
    const { chance } = this;
    const goesTo = this.#handedDown++ % 2 === 0 ? 'lapor-masbup' : 'smartdpu';
    const said = chance.pick(goesTo === 'smartdpu' ? texts.HANDED_DOWN.smartdpu : texts.HANDED_DOWN.home);
    const handled = goesTo === 'smartdpu' ? steps.worksHandle(chance) : steps.officeHandles(chance, said);
    const place = chance.pick(this.places);
    const input = {
      isi: filled(said.text, place),
      kategori: goesTo === 'smartdpu' ? 'Infrastruktur' : 'Sosial',
      kode_wilayah: place.kecamatanCode,
      alamat: `${place.desa}, ${place.kecamatan}`,
      ...this.#person(),
    };
    const told = [steps.verified(chance), steps.disposed(chance, 'kabupaten', said), ...handled];
    return {
      kind: 'handed_down',
      at,
      from: 'laporgub',
      channel: 'laporgub',
      goesTo,
      filing: { play: 'turunkan', input },
      steps: told,
    };
  }

  #file(said: texts.Said, kanal: string, knowsSubject: boolean): Story['filing'] {
    const near =
      said.kecamatan === undefined ? this.places : this.places.filter(({ kecamatan }) => kecamatan === said.kecamatan);
    const place = this.chance.pick(near);
    const { ruas, kategori } = said;
    const input = {
      isi: filled(said.text, place),
      kanal,
      kecamatan: place.kecamatan,
      ...(said === texts.SHORT ? {} : { desa: place.desa }),
      ...(ruas === undefined ? {} : { ruas_jalan: ruas }),
      ...(knowsSubject ? { kategori } : {}),
      ...this.#person(),
    };
    return { play: 'lapor', input };
  }

  #person(): Record<string, string> {
    return { nama: this.#names(), telepon: `+62899000${String(this.chance.between(0, 9999)).padStart(4, '0')}` };
  }
}

const filled = (text: string, { desa, kecamatan }: Place): string =>
  text.replaceAll('{desa}', desa).replaceAll('{kec}', kecamatan);
