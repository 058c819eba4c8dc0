import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsNotEmpty, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { CheckedBy, IsDuration, Secret } from './decorators.ts';
import { durationMs } from './duration.ts';
import { expressionFault } from '../wire/expression.ts';
import { expressionTree, mapOfExpressions, mapOfWords } from './checks.ts';

export const AUTH_SCHEMES = ['none', 'bearer', 'header', 'oauth2_client_credentials', 'refreshed'] as const;

/** How the hub shows the platform who it is. */
export class AuthProfile {
  @IsIn(AUTH_SCHEMES, { message: `harus salah satu dari: ${AUTH_SCHEMES.join(', ')}` })
  scheme!: (typeof AUTH_SCHEMES)[number];
}

class BearerAuth extends AuthProfile {
  declare scheme: 'bearer';

  @Secret()
  @IsString()
  @IsNotEmpty()
  token!: string;
}

class HeaderAuth extends AuthProfile {
  declare scheme: 'header';

  @Matches(/^[A-Za-z0-9-]+$/, { message: 'harus nama header HTTP, misalnya X-API-KEY' })
  name!: string;

  @Secret()
  @IsString()
  @IsNotEmpty()
  key!: string;
}

/** What the token endpoint calls the three things it wants. */
interface TokenFields {
  grant_type?: string;
  client_id?: string;
  client_secret?: string;
}

export class OAuthAuth extends AuthProfile {
  declare scheme: 'oauth2_client_credentials';

  @Matches(/^\//, { message: 'harus dimulai dengan /' })
  token_path!: string;

  @IsString()
  @IsNotEmpty()
  client_id!: string;

  @Secret()
  @IsString()
  @IsNotEmpty()
  client_secret!: string;

  @IsOptional()
  @CheckedBy((value, report) => {
    mapOfWords(value, report, {});
    for (const key of Object.keys(Object(value))) {
      if (!['grant_type', 'client_id', 'client_secret'].includes(key))
        report([key], 'yang dikenal: grant_type, client_id, client_secret');
    }
  })
  fields: TokenFields = {};

  /** Further words that the endpoint wants, such as a scope, as they are. */
  @IsOptional()
  @CheckedBy(mapOfWords)
  extra: Record<string, string> = {};

  @IsDefined()
  @CheckedBy((value, report) => {
    for (const key of ['token', 'expires_in_s']) {
      const source = (value as Record<string, unknown>)?.[key];
      if (typeof source !== 'string') report([], `kunci ${key} wajib diisi dengan ekspresi, misalnya access_token`);
      else if (expressionFault(source)) report([key], expressionFault(source) ?? '');
    }
  })
  read!: { token: string; expires_in_s: string };
}

/** How a token is exchanged for the next one. Expressions see `refresh_token`, `access_token` and what `with` lists. */
class RefreshProfile {
  @IsIn(['GET', 'POST'], { message: 'harus GET atau POST' })
  method!: 'GET' | 'POST';

  @Matches(/^\//, { message: 'harus dimulai dengan /' })
  path!: string;

  @IsOptional()
  @CheckedBy(mapOfExpressions)
  query: Record<string, string> = {};

  @IsOptional()
  @CheckedBy(mapOfExpressions)
  body?: Record<string, string>;

  @CheckedBy(expressionTree)
  token!: string;

  /** Where the platform hands out a new one with each exchange; the old one is worth nothing from then on. */
  @IsOptional()
  @CheckedBy(expressionTree)
  refresh_token?: string;

  @CheckedBy(expressionTree)
  expires_in_s!: string;
}

/** A token that lives for a while and is exchanged for the next one before it ends. */
export class RefreshedAuth extends AuthProfile {
  declare scheme: 'refreshed';

  @Matches(/^[A-Za-z0-9-]+$/, { message: 'harus nama header HTTP, misalnya Authorization' })
  header: string = 'Authorization';

  @IsOptional()
  @IsString()
  prefix: string = 'Bearer ';

  /** The first access token, where the operator has one; it is taken to live for a day. */
  @Secret()
  @IsOptional()
  @IsString()
  token?: string;

  /** The first refresh token, where the platform has such; else the access token is exchanged itself. */
  @Secret()
  @IsOptional()
  @IsString()
  refresh_token?: string;

  @Secret()
  @IsOptional()
  @IsString()
  client_secret: string = '';

  @IsOptional()
  @IsString()
  client_id: string = '';

  @IsDefined()
  @ValidateNested()
  @Type(() => RefreshProfile)
  refresh!: RefreshProfile;

  /** How long before its end a token is exchanged. */
  @IsDuration()
  before: string = '5m';

  get beforeMs(): number {
    return durationMs(this.before);
  }
}

export type Auth = BearerAuth | HeaderAuth | OAuthAuth | RefreshedAuth | (AuthProfile & { scheme: 'none' });

export function authClass(scheme: unknown): new () => AuthProfile {
  switch (scheme) {
    case 'bearer':
      return BearerAuth;
    case 'header':
      return HeaderAuth;
    case 'oauth2_client_credentials':
      return OAuthAuth;
    case 'refreshed':
      return RefreshedAuth;
    default:
      return AuthProfile;
  }
}
