import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Anyone } from '../access/secured.ts';
import { noteFault, toProblem } from '../problems/problem.filter.ts';
import { RETRY_AFTER_S } from '../problems/problem.ts';
import { publicComplaint } from './lacak.queries.ts';
import { awayPage, complaintPage, noPage } from './page.ts';
import { CONTENT_POLICY } from './style.ts';

/** A complaint as everybody who has its link may see it. */
@ApiExcludeController()
@Anyone()
@Controller('lacak')
export class LacakController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get(':token')
  async show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { pool, instances, log } = this.runtime.hub;
    response.set({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_POLICY,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
    try {
      const complaint = await publicComplaint(pool, token);
      if (!complaint) return void response.status(404).end(noPage());
      response.end(complaintPage(complaint, (name) => instances.get(name)?.title ?? name));
    } catch (error) {
      noteFault(log, error, request, response);
      const { status } = toProblem(error);
      if (status === 503) response.set('retry-after', String(RETRY_AFTER_S));
      response.status(status).end(awayPage());
    }
  }
}
