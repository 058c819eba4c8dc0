import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { blob } from '#store';
import type { Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Anyone } from '../access/secured.ts';
import { notFound } from '../problems/problem.ts';
import { storedFile } from './lampiran.queries.ts';
import { Sending } from './sending.ts';
import { SmallPhotos } from './small-photos.ts';

const SMALL_HEADERS = {
  'content-type': 'image/webp',
  'content-disposition': 'inline',
  // A token's file never changes; an hour, as a photo may be taken back.
  'cache-control': 'private, max-age=3600',
};
/** A file is no page of ours: it runs nothing, and no search engine lists it. */
const FILE_HEADERS = {
  'content-security-policy': `default-src 'none'; sandbox`,
  'cross-origin-resource-policy': 'cross-origin',
  'x-robots-tag': 'noindex',
};

/** Where platforms fetch a complaint's files. The address can't be guessed; whoever was given it may have the file. */
@ApiExcludeController()
@Anyone()
@Controller('lampiran')
export class LampiranController {
  private readonly small: SmallPhotos;
  private readonly sending = new Sending();

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.small = new SmallPhotos(runtime.hub.pool);
  }

  @Get(':token')
  async show(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const { pool } = this.runtime.hub;
    const file = await storedFile(pool, token);
    if (!file) throw notFound('Lampiran itu');
    if (response.destroyed) return;
    const { mime, name, size, sha256 } = file;
    this.sending.hold(response, size);
    const bytes = await blob(pool, sha256);
    response.set({
      'content-type': mime,
      'content-disposition': `${mime.startsWith('image/') ? 'inline' : 'attachment'}; filename="${name}"`,
      'content-length': String(bytes.length),
      'cache-control': 'no-store',
      ...FILE_HEADERS,
    });
    response.end(bytes);
  }

  /** A photo as a page shows it first: one size, so that nobody can order work by the size. */
  @Get(':token/kecil')
  async showSmall(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const bytes = await this.small.of(token);
    if (!bytes) throw notFound('Foto itu');
    response.set({ ...SMALL_HEADERS, ...FILE_HEADERS }).end(bytes);
  }
}
