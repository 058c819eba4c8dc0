import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { contentPolicy } from './content-policy.ts';

/** What `npm run build` leaves; relative to where the hub is started, as its configuration is. */
const BUILT = 'dist/apps/console';
const NONCE = '__CSP_NONCE__';
const NONCE_BYTES = 16;
const NOT_BUILT = '<!doctype html><title>Simpul Aduan</title><p>Konsol belum dibangun: jalankan npm run build.';

/** Addresses of the hub itself: the console must not answer in their place, not even where they are unknown. */
const OF_THE_HUB = /^\/(api|data|lacak|lampiran|webhooks|livez|readyz|metrics)(\/|$)/;

/** The console: its files as they were built, and its one page for every other address that a browser opens. */
export function serveConsole(app: NestExpressApplication): void {
  const files = { index: false, redirect: false, fallthrough: true } as const;
  app.useStaticAssets(join(BUILT, 'assets'), { ...files, prefix: '/assets', immutable: true, maxAge: '1y' });
  app.useStaticAssets(join(BUILT, 'icon.svg'), { ...files, prefix: '/icon.svg', maxAge: '1d' });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isForThePage(request)) void page(response);
    else next();
  });
}

/** A file that is not there stays 404: a page in its place would be read as a script. */
const isForThePage = ({ method, path, headers }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  (headers.accept ?? '').includes('text/html') &&
  !OF_THE_HUB.test(path) &&
  !path.startsWith('/assets/');

async function page(response: Response): Promise<void> {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  const built = await readFile(join(BUILT, 'index.html'), 'utf8').catch(() => null);
  response.set({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy(nonce),
    'cache-control': 'no-store',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  });
  response.status(built === null ? 503 : 200).end(built === null ? NOT_BUILT : built.replace(NONCE, nonce));
}
