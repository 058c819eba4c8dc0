import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsInt, IsString, Matches, Max, Min, ValidateBy, ValidateNested } from 'class-validator';
import { durationMs, type WireNeeds, WireProfile } from '#connector';

const DURATION = /^\d{1,9}(ms|s|m|h|d)$/;
const duration = { message: 'harus berupa lama waktu, misalnya 5s atau 30d' };
const VOICES = ['reply', 'question', 'note', 'followed_up'] as const;
/** Who speaks in a follow-up: an office, an office that asks, an office to itself, or the citizen. */
export type Voice = (typeof VOICES)[number];

function EachValue(is: (value: unknown) => boolean, message: string): PropertyDecorator {
  const validate = (map: unknown): boolean => typeof map === 'object' && map !== null && Object.values(map).every(is);
  return ValidateBy({ name: 'eachValue', validator: { validate, defaultMessage: () => message } });
}

class PagesProfile {
  /** How far back the first poll looks. */
  @Matches(DURATION, duration)
  recent: string = '30d';

  /** A change younger than this may be followed by another one in the same second, which would look the same. */
  @Matches(DURATION, duration)
  settled_after: string = '5s';

  get recentMs(): number {
    return durationMs(this.recent);
  }

  get settledAfterMs(): number {
    return durationMs(this.settled_after);
  }
}

/** What the platform wants of a complaint's text, and the words that we put around ours. */
class TextProfile {
  @IsInt()
  @Min(0)
  min_chars!: number;

  @IsInt()
  @Min(100)
  @Max(1_000_000)
  max_chars!: number;

  @IsBoolean()
  area_code_required!: boolean;

  /** Stands before the place where the text alone is too short. */
  @IsString()
  place_prefix: string = 'Lokasi: ';

  /** Stands before the tracking link. */
  @IsString()
  tracking_prefix: string = 'Lacak: ';
}

export class LaporgubSettings extends WireProfile {
  static override readonly needs: WireNeeds = {
    requests: {
      create: ['external_id', 'url?', 'label?', 'label_at?'],
      reply: ['event_id?', 'at?'],
      follow_up: ['event_id?', 'at?'],
      status: ['event_id?', 'at?'],
      attach: [],
      list: ['items', 'last_page?'],
      detail: ['case'],
    },
    read: {
      complaint: [
        'external_id',
        'reference?',
        'text?',
        'category?',
        'location?',
        'reporter?',
        'anonim?',
        'rahasia?',
        'opened_at?',
        'changed_at?',
        'label?',
        'reason?',
        'url?',
        'replies?',
        'attachments?',
      ],
      attachment: ['id', 'url', 'mime?'],
      reply: ['id', 'own?', 'text', 'kind', 'by?', 'public?', 'at'],
      message: ['external_id?', 'at?', 'case?', 'label?', 'reason?', 'reply?'],
    },
    messages: ['opened', 'status', 'reply'],
  };

  @IsDefined()
  @ValidateNested()
  @Type(() => PagesProfile)
  pages!: PagesProfile;

  @IsDefined()
  @ValidateNested()
  @Type(() => TextProfile)
  text!: TextProfile;

  /** The platform's kind of follow-up -> who speaks. */
  @EachValue((value) => VOICES.includes(value as Voice), `setiap nilai harus salah satu dari: ${VOICES.join(', ')}`)
  follow_ups!: Record<string, Voice>;

  /** HTTP statuses by which a file alone is refused -> why, in plain words. */
  @EachValue((value) => typeof value === 'string' && value !== '', 'setiap nilai harus berupa kalimat')
  refused_files!: Record<string, string>;
}
