import { IsDefined, IsIn, IsNotEmpty, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { expressionTree, mapOfWords } from './checks.ts';
import { ByScheme, CheckedBy, IsDuration, Secret } from './decorators.ts';
import { durationMs } from './duration.ts';

const SCHEMES = ['hmac_sha256', 'standard_webhooks'] as const;
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

export class WebhookProfile {
  @IsDefined()
  @ValidateNested()
  @ByScheme(SCHEMES, signatureClass)
  signature!: HmacSignature | StandardSignature;

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
  return scheme === 'standard_webhooks' ? StandardSignature : SignatureProfile;
}
