import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, IsDefined } from 'class-validator';
import { CheckedBy, Secret } from './decorators.ts';
import { expressionFault } from '../wire/expression.ts';
import { mapOfWords } from './checks.ts';

export const AUTH_SCHEMES = ['none', 'bearer', 'header', 'oauth2_client_credentials'] as const;

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

export type Auth = BearerAuth | HeaderAuth | OAuthAuth | (AuthProfile & { scheme: 'none' });

export function authClass(scheme: unknown): new () => AuthProfile {
  switch (scheme) {
    case 'bearer':
      return BearerAuth;
    case 'header':
      return HeaderAuth;
    case 'oauth2_client_credentials':
      return OAuthAuth;
    default:
      return AuthProfile;
  }
}
