import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Category, Marks, Outcome, Rejection, Status } from '#complaint';
import { OFFSET } from '../reading/time.ts';
import { type Auth, AUTH_SCHEMES, authClass } from './auth.ts';
import {
  categoriesIn,
  categoriesOut,
  expressionTree,
  type LABEL_EVENTS,
  mapOfDurations,
  mapOfMeanings,
  mapOfShapes,
  statusesIn,
  statusesOut,
} from './checks.ts';
import { ByScheme, CheckedBy, EachOf, IsDuration } from './decorators.ts';
import { durationMs } from './duration.ts';
import { type Meaning, RequestProfile, type Tree } from './request.ts';
import { WebhookProfile } from './webhook.ts';

export class PollProfile {
  @IsDuration()
  every!: string;

  /** How far back each poll looks again: clocks differ, and pages shift while they are read. */
  @IsDuration()
  overlap: string = '2m';

  get everyMs(): number {
    return durationMs(this.every);
  }

  get overlapMs(): number {
    return durationMs(this.overlap);
  }
}

class RegainProfile {
  @Matches(/^[A-Za-z0-9-]+$/, { message: 'harus nama header HTTP' })
  header!: string;

  @CheckedBy(expressionTree)
  minutes!: string;
}

/** How the platform says that something went wrong. */
export class ErrorsProfile {
  /** True where an answer with HTTP 200 is an error all the same. */
  @IsOptional()
  @CheckedBy(expressionTree)
  when?: string;

  @IsOptional()
  @CheckedBy(expressionTree)
  code?: string;

  @IsOptional()
  @CheckedBy(expressionTree)
  message?: string;

  /** The faults by field, as the platform lists them. */
  @IsOptional()
  @CheckedBy(expressionTree)
  fields?: string;

  /** `10/2018278` is a code with its subcode; where that is not listed, `10` counts. */
  @IsOptional()
  @CheckedBy(mapOfMeanings)
  codes: Record<string, Meaning> = {};

  /** When to come back after a `throttled` or `pair` code, for platforms that do not say. */
  @IsOptional()
  @CheckedBy(mapOfDurations)
  waits: Record<string, string> = {};

  /** The header in which the platform tells how many minutes it wants to be left alone, and where in its JSON. */
  @IsOptional()
  @ValidateNested()
  @Type(() => RegainProfile)
  regain?: RegainProfile;
}

export class TimesProfile {
  @IsOptional()
  @Matches(OFFSET, { message: "harus berbentuk '+07:00', dalam tanda kutip" })
  offset?: string;

  /** Times may also be Unix seconds or milliseconds, as number or as digits. */
  @IsBoolean()
  unix: boolean = false;
}

type LabelEvent = (typeof LABEL_EVENTS)[number];
export type LabelMeaning =
  | { status: Status; outcome?: Outcome; rejection?: Rejection; event?: undefined }
  | { event: LabelEvent; status?: undefined };
type Word = string | null;

export class StatusesProfile {
  @IsDefined()
  @CheckedBy(statusesIn)
  in!: Record<string, LabelMeaning>;

  /** Every canonical status: the platform's word, or `null` where it has none and nothing is sent. */
  @IsDefined()
  @CheckedBy(statusesOut)
  out!: Record<Status, Word | Record<string, Word>> & Partial<Record<LabelEvent, Word>>;
}

export class CategoriesProfile {
  @IsDefined()
  @CheckedBy(categoriesIn)
  in!: Record<string, Category | null>;

  @IsDefined()
  @CheckedBy(categoriesOut)
  out!: Partial<Record<Category, Word>>;

  /** The platform's word for every category that `out` does not list. */
  @IsOptional()
  @IsString()
  otherwise: string | null = null;
}

export class AttachmentsProfile {
  /** Hosts beside the platform's own that files may be fetched from: `host` or `host:port`. */
  @IsOptional()
  @IsArray()
  @Matches(/^(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?$/, { each: true, message: 'harus daftar host, host:port atau *.host' })
  hosts: string[] = [];

  /** Those among them that want our credentials; no other host ever gets them. */
  @IsOptional()
  @IsArray()
  @Matches(/^[A-Za-z0-9.-]+(:\d{1,5})?$/, { each: true, message: 'harus daftar host atau host:port' })
  auth_hosts: string[] = [];

  /** Where files want the token in another header, bare. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]+$/, { message: 'harus nama header HTTP' })
  auth_header?: string;

  /** Whether the platform's own host wants our credentials for its files. */
  @IsOptional()
  @IsBoolean()
  auth?: boolean;
}

/** What a connector's code asks of its profile. A name that ends in `?` may be left out. */
export interface WireNeeds {
  /** Request -> the fields of its answer. */
  requests: Readonly<Record<string, readonly string[]>>;
  /** Shape -> its fields. */
  read: Readonly<Record<string, readonly string[]>>;
  /** The kinds of message that `webhook.types` maps to. */
  messages?: readonly string[];
}

/** How to speak with a platform, whatever it is about: address, credentials, requests, errors, and where things stand. */
export class ExchangeProfile {
  static readonly needs: WireNeeds = { requests: {}, read: {} };

  @Matches(/^[a-z][a-z0-9-]*$/, { message: 'harus nama konektor, misalnya laporgub' })
  connector!: string;

  @IsString()
  @IsNotEmpty()
  title!: string;

  @IsUrl(
    {
      protocols: ['http', 'https'],
      require_protocol: true,
      require_tld: false,
      disallow_auth: true,
      allow_query_components: false,
      allow_fragments: false,
    },
    { message: 'harus alamat http:// atau https://' },
  )
  base_url!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => PollProfile)
  poll!: PollProfile;

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  rate_per_minute: number = 60;

  /** For one whole exchange, from the first byte asked to the last one read. */
  @IsDuration()
  timeout: string = '15s';

  @IsArray()
  @IsString({ each: true })
  visible: string[] = [];

  @IsDefined()
  @ValidateNested()
  @ByScheme(AUTH_SCHEMES, authClass)
  auth!: Auth;

  @IsDefined()
  @EachOf(() => RequestProfile)
  requests!: Record<string, RequestProfile>;

  @IsOptional()
  @ValidateNested()
  @Type(() => ErrorsProfile)
  errors?: ErrorsProfile;

  @IsDefined()
  @CheckedBy(mapOfShapes)
  read!: Record<string, Record<string, Tree>>;

  @IsOptional()
  @ValidateNested()
  @Type(() => TimesProfile)
  times: TimesProfile = new TimesProfile();

  @IsOptional()
  @ValidateNested()
  @Type(() => AttachmentsProfile)
  attachments: AttachmentsProfile = new AttachmentsProfile();

  get timeoutMs(): number {
    return durationMs(this.timeout);
  }
}

/**
 * The wire profile of one instance: where a platform's every word stands, as in config/connectors/<name>.yaml.
 *
 * A connector's settings extend it, say what they need, and add what only they know.
 */
export class WireProfile extends ExchangeProfile {
  @IsArray()
  @IsIn(['anonim', 'rahasia'], { each: true, message: 'hanya anonim dan rahasia' })
  expresses: (keyof Marks)[] = [];

  @IsOptional()
  @ValidateNested()
  @Type(() => WebhookProfile)
  webhook?: WebhookProfile;

  @IsDefined()
  @ValidateNested()
  @Type(() => StatusesProfile)
  statuses!: StatusesProfile;

  @IsOptional()
  @ValidateNested()
  @Type(() => CategoriesProfile)
  categories?: CategoriesProfile;
}

export function needsOf(settings: ExchangeProfile): WireNeeds {
  return (settings.constructor as typeof ExchangeProfile).needs;
}
