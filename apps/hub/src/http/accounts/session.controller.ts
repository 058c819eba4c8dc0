import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { audit, endSession, transaction } from '#store';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { ByPerson, type Person } from '../access/caller.ts';
import { takeSession } from '../access/cookie.ts';
import { Anyone, Needs, Problems } from '../access/secured.ts';
import { traceIdOf } from '../trace.ts';
import { LogInService } from './log-in.ts';
import { Ended, LogIn, LogInWays, SessionView } from './session.dto.ts';
import { sessionView } from './session-view.ts';

@ApiTags('Sesi')
@Problems(500, 503)
@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly logIns: LogInService,
  ) {}

  @Post()
  @HttpCode(200)
  @Anyone()
  @ApiOperation({
    summary: 'Masuk',
    description: 'Jawaban 401 dengan type totp-required: kata sandi benar, kode faktor kedua belum ada atau salah.',
  })
  @ApiOkResponse({ type: SessionView })
  @Problems(400, 401, 429)
  start(
    @Body() body: LogIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    response.set('cache-control', 'no-store');
    return this.logIns.logIn(body, request, response);
  }

  @Get('ways')
  @Anyone()
  @ApiOperation({ summary: 'Cara masuk yang tersedia' })
  @ApiOkResponse({ type: LogInWays })
  ways(): LogInWays {
    return { oidc: this.runtime.env.HUB_OIDC_ISSUER !== undefined };
  }

  @Get()
  @Needs('account.own')
  @ApiCookieAuth()
  @ApiOperation({ summary: 'Siapa yang masuk' })
  @ApiOkResponse({ type: SessionView })
  @Problems(401)
  show(@ByPerson() person: Person, @Res({ passthrough: true }) response: Response): SessionView {
    response.set('cache-control', 'no-store');
    return sessionView(person, person.csrf);
  }

  @Delete()
  @Needs('account.own')
  @ApiCookieAuth()
  @ApiOperation({ summary: 'Keluar' })
  @ApiOkResponse({ type: Ended })
  @Problems(401)
  async end(@ByPerson() person: Person, @Res({ passthrough: true }) response: Response): Promise<Ended> {
    const { pool, publicUrl } = this.runtime.hub;
    const row = { hop: 'person', actor: person.email, outcome: 'logout', traceId: traceIdOf(response) } as const;
    await transaction(pool, async (tx) => {
      await endSession(tx, person.sessionId);
      await audit(tx, [row]);
    });
    takeSession(response, publicUrl);
    return { ended: 1 };
  }
}
