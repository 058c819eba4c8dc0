import type { CookieOptions, Request, Response } from 'express';

const TOKEN = /^[\w-]{43}$/;

/** The prefix makes browsers refuse a cookie of this name that another host or plain HTTP would plant. */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-sesi' : 'sesi');

const isHttps = (publicUrl: string): boolean => publicUrl.startsWith('https:');

const optionsOf = (publicUrl: string): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure: isHttps(publicUrl),
});

export const cookieOf = (request: Request, name: string): string | undefined =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** The session's token, where the browser sent one that has the form of ours. */
export function sessionToken(request: Request, publicUrl: string): string | undefined {
  const token = cookieOf(request, nameOf(isHttps(publicUrl)));
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

export const giveSession = (response: Response, token: string, publicUrl: string): void =>
  void response.cookie(nameOf(isHttps(publicUrl)), token, optionsOf(publicUrl));

export const takeSession = (response: Response, publicUrl: string): void =>
  void response.clearCookie(nameOf(isHttps(publicUrl)), optionsOf(publicUrl));
