import { Type } from 'class-transformer';
import { IsArray, IsDefined, IsIn, IsNotEmpty, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { expressionTree, mapOfWords } from './checks.ts';
import { ByScheme, CheckedBy, IsDuration, Secret } from './decorators.ts';
import { durationMs } from './duration.ts';

const SCHEMES = ['hmac_sha256', 'standard_webhooks', 'timed_hmac'] as const;
const HEADER = /^[A-Za-z0-9-]+$/;
const header = { message: 'harus nama header HTTP, misalnya x-signature' };
const WHSEC = /^(whsec_)?[A-Za-z0-9+/]{16,}={0,2}$/;
const whsec = { message: 'harus berbentuk whsec_<base64>' };

export class SignatureProfile {
  @IsIn(SCHEMES, { message: `harus salah satu dari: ${SCHEMES.join(', ')}` })
  scheme!: (typeof SCHEMES)[number];
}

/** HMAC-SHA256 over the raw body, in one header. */
export class HmacSignature extends SignatureProfile {
  declare scheme: 'hmac_sha256';

  @Secret()
  @IsString()
  @IsNotEmpty()
  secret!: string;

  /** Still accepted while a secret is being changed; may be empty. */
  @Secret()
  @IsOptional()
  @IsString()
  previous_secret?: string;

  /** Of further applications that send to the same address; those without a value count for nothing. */
  @Secret()
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  more_secrets?: string[];

  @Matches(HEADER, header)
  header!: string;

  @IsOptional()
  @IsString()
  prefix: string = '';

  @IsIn(['hex', 'base64'], { message: 'harus hex atau base64' })
  encoding: 'hex' | 'base64' = 'hex';
}

/** https://www.standardwebhooks.com, version 1.0. */
export class StandardSignature extends SignatureProfile {
  declare scheme: 'standard_webhooks';

  @Secret()
  @Matches(WHSEC, whsec)
  secret!: string;

  @Secret()
  @IsOptional()
  @Matches(/^$|^(whsec_)?[A-Za-z0-9+/]{16,}={0,2}$/, whsec)
  previous_secret?: string;

  @Matches(HEADER, header)
  id_header: string = 'webhook-id';

  @Matches(HEADER, header)
  timestamp_header: string = 'webhook-timestamp';

  @Matches(HEADER, header)
  signature_header: string = 'webhook-signature';

  @IsDuration()
  tolerance: string = '5m';

  get toleranceMs(): number {
    return durationMs(this.tolerance);
  }
}

/** HMAC-SHA256 of `time.body` in one header that also names the time: `t=1795162500,s=<hex>`. */
export class TimedSignature extends SignatureProfile {
  declare scheme: 'timed_hmac';

  @Secret()
  @IsString()
  @IsNotEmpty()
  secret!: string;

  @Secret()
  @IsOptional()
  @IsString()
  previous_secret?: string;

  @Matches(HEADER, header)
  header!: string;

  /** How far ahead of our clock the time may be. */
  @IsDuration()
  ahead: string = '5m';

  /** How old it may be: a repeated delivery may keep its first time. What was heard before is a duplicate all the same. */
  @IsDuration()
  age: string = '5m';

  get aheadMs(): number {
    return durationMs(this.ahead);
  }

  get ageMs(): number {
    return durationMs(this.age);
  }
}

/** What a platform asks in a GET before it sends webhooks to an address, and the word by which we know it. */
export class HandshakeProfile {
  @Secret()
  @IsString()
  @IsNotEmpty()
  verify_token!: string;

  /** The names of the query's parameters. */
  @IsArray()
  @IsString({ each: true })
  token: string[] = [];

  @IsArray()
  @IsString({ each: true })
  challenge: string[] = [];
}

/** Where a channel's webhooks come: who signs them, and how the platform introduces itself. */
export class ChannelWebhookProfile {
  @IsDefined()
  @ValidateNested()
  @ByScheme(SCHEMES, signatureClass)
  signature!: HmacSignature | StandardSignature | TimedSignature;

  @IsOptional()
  @ValidateNested()
  @Type(() => HandshakeProfile)
  handshake?: HandshakeProfile;
}

export class WebhookProfile {
  @IsDefined()
  @ValidateNested()
  @ByScheme(SCHEMES, signatureClass)
  signature!: HmacSignature | StandardSignature | TimedSignature;

  /** Where a delivery's id stands, the same on each retry. Without it a delivery is known by its content. */
  @IsOptional()
  @Matches(HEADER, header)
  delivery_id_header?: string;

  /** Where the body says which kind of message it is. */
  @IsDefined()
  @CheckedBy(expressionTree)
  type!: string;

  /** The platform's word for a kind of message -> the shape that reads it. */
  @IsDefined()
  @CheckedBy(mapOfWords)
  types!: Record<string, string>;
}

function signatureClass(scheme: unknown): new () => SignatureProfile {
  if (scheme === 'hmac_sha256') return HmacSignature;
  if (scheme === 'timed_hmac') return TimedSignature;
  return scheme === 'standard_webhooks' ? StandardSignature : SignatureProfile;
}
