import { Type } from 'class-transformer';
import { IsArray, IsDefined, IsInt, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import { expressionTree, mapOfWords } from '../profile/checks.ts';
import { CheckedBy, EachOf, IsDuration, isRecord } from '../profile/decorators.ts';
import { durationMs } from '../profile/duration.ts';
import type { Report } from '../profile/fault.ts';
import { ChannelWebhookProfile } from '../profile/webhook.ts';
import { ExchangeProfile } from '../profile/wire.ts';

/** Where in a webhook's body things are told, each of which becomes a unit. */
class ListProfile {
  /** Dotted; a list on the way is walked. Empty: the body itself. */
  @IsString()
  path!: string;

  /** Dotted paths in the unit -> the word that must stand there. */
  @IsOptional()
  @CheckedBy(mapOfWords)
  where: Record<string, string> = {};

  /** Dotted paths that must be there. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  has: string[] = [];

  /** Which kind of thing it is, in the platform's words; a fixed word is quoted twice. */
  @CheckedBy(expressionTree)
  type!: string;

  /** A list beside it of which the one that belongs to it comes along: `{ list: contacts, by: { wa_id: from } }`. */
  @IsOptional()
  @CheckedBy((value, report) => {
    const { list, by } = Object(value) as Record<string, unknown>;
    if (typeof list !== 'string' || !isRecord(by)) report([], 'tulis { list: ..., by: { bidang: bidang } }');
  })
  with?: { list: string; by: Record<string, string> };
}

/** How a webhook is taken apart, and by what each thing is known again. */
class UnitsProfile {
  /**
   * In this order; what one path took apart the next ones leave alone, so that the last may be a whole change or entry
   * that holds nothing we know.
   */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ListProfile)
  lists!: ListProfile[];

  /** Fields that hold JSON as text. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  json: string[] = [];

  /** Where the body says for which of several connectors it is, and whose word is whose. */
  @IsOptional()
  @IsString()
  object?: string;

  @IsOptional()
  @CheckedBy(mapOfWords)
  objects: Record<string, string> = {};

  /** Which account of ours a unit is about; of another one it is noted and no more. */
  @IsOptional()
  @CheckedBy(expressionTree)
  account?: string;

  /** The platform's word -> the shape that reads it. */
  @CheckedBy(mapOfWords)
  types!: Record<string, string>;

  /** Shape -> what it is known by, `c:{value.id}`; the same for a webhook and a poll. */
  @CheckedBy(mapOfWords)
  keys!: Record<string, string>;
}

/** How long after the person's last message what may be said. */
class WindowsProfile {
  /** Free text in a direct conversation. */
  @IsDuration()
  direct!: string;

  /** The same, written by a person of the office. */
  @IsOptional()
  @IsDuration()
  by_hand?: string;

  /** The one private reply to a comment, from the comment on; without it there is none. */
  @IsOptional()
  @IsDuration()
  private_reply?: string;

  /** Kept away from the end: clocks differ, and a message takes its time. */
  @IsDuration()
  margin: string = '5m';
}

class LimitProfile {
  @IsInt()
  @Min(20)
  @Max(100_000)
  max!: number;

  /** `bytes` of UTF-8 or `characters`. */
  @CheckedBy((value, report) => {
    if (value !== 'bytes' && value !== 'characters') report([], 'harus bytes atau characters');
  })
  in: 'bytes' | 'characters' = 'characters';
}

class LimitsProfile {
  @IsDefined()
  @ValidateNested()
  @Type(() => LimitProfile)
  direct!: LimitProfile;

  @IsOptional()
  @ValidateNested()
  @Type(() => LimitProfile)
  comment?: LimitProfile;
}

/** How far back posts are looked at for comments: the younger ones at each poll, the older ones less often. */
class SweepProfile {
  @IsDuration()
  each!: string;

  @IsDuration()
  hourly!: string;

  @IsDuration()
  daily!: string;

  @IsInt()
  @Min(1)
  @Max(500)
  posts: number = 50;
}

class WatchProfile {
  /** Object or event type on the side of the application -> the fields that it has to be subscribed to. */
  @IsOptional()
  @CheckedBy(wordLists)
  application: Record<string, string[]> = {};

  /** The fields that the account itself has to be subscribed to. */
  @IsArray()
  @IsString({ each: true })
  account: string[] = [];

  /** How near a token's end is told. */
  @IsDuration()
  token_before: string = '7d';

  get tokenBeforeMs(): number {
    return durationMs(this.token_before);
  }
}

function wordLists(value: unknown, report: Report): void {
  for (const [key, words] of Object.entries(Object(value) as Record<string, unknown>)) {
    if (!Array.isArray(words) || words.some((word) => typeof word !== 'string')) report([key], 'harus daftar kata');
  }
}

/** A template by which something is said where free text may no longer be sent. */
export class TemplateProfile {
  @IsString()
  name!: string;

  @IsString()
  language!: string;

  /** Expressions over what is said; each fills one place of the template. */
  @IsArray()
  @CheckedBy(expressionTree)
  parameters!: string[];
}

/**
 * The wire profile of a channel: people and what they say, in place of cases, statuses and categories.
 *
 * What stands in `read` is named after the event that it makes (`message`, `receipt` ...), or that and `_variant`.
 */
export class ChannelProfile extends ExchangeProfile {
  /** Our own ids and names there; expressions see them as `us`. */
  @CheckedBy(mapOfWords)
  account!: Record<string, string>;

  @IsDefined()
  @ValidateNested()
  @Type(() => ChannelWebhookProfile)
  webhook!: ChannelWebhookProfile;

  @IsDefined()
  @ValidateNested()
  @Type(() => UnitsProfile)
  units!: UnitsProfile;

  /** The platform's word for what became of a message -> `sent`, `delivered`, `read` or `failed`. */
  @IsOptional()
  @CheckedBy(mapOfWords)
  receipts: Record<string, 'accepted' | 'sent' | 'delivered' | 'read' | 'failed'> = {};

  @IsDefined()
  @ValidateNested()
  @Type(() => WindowsProfile)
  windows!: WindowsProfile;

  @IsDefined()
  @ValidateNested()
  @Type(() => LimitsProfile)
  limits!: LimitsProfile;

  /** Notice -> template. */
  @IsOptional()
  @EachOf(() => TemplateProfile)
  templates: Record<string, TemplateProfile> = {};

  @IsOptional()
  @ValidateNested()
  @Type(() => SweepProfile)
  sweep?: SweepProfile;

  @IsOptional()
  @ValidateNested()
  @Type(() => WatchProfile)
  watch: WatchProfile = new WatchProfile();

  windowMs(name: 'direct' | 'by_hand' | 'private_reply'): number {
    const duration = this.windows[name];
    return duration === undefined ? 0 : durationMs(duration) - durationMs(this.windows.margin);
  }
}
