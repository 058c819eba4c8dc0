import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Anyone } from '../access/secured.ts';
import { notFound } from '../problems/problem.ts';
import { storedFile } from './lampiran.queries.ts';

/** Where platforms fetch a complaint's files. The address can't be guessed; whoever was given it may have the file. */
@ApiExcludeController()
@Anyone()
@Controller('lampiran')
export class LampiranController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get(':token')
  async show(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const file = await storedFile(this.runtime.hub.pool, token);
    if (!file) throw notFound('Lampiran itu');
    const { mime, name, bytes } = file;
    response.set({
      'content-type': mime,
      'content-disposition': `${mime.startsWith('image/') ? 'inline' : 'attachment'}; filename="${name}"`,
      'content-length': String(bytes.length),
      'content-security-policy': `default-src 'none'; sandbox`,
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
    response.end(bytes);
  }
}
