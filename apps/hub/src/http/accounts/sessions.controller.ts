import { Controller, Delete, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { endSession, endSessions, openSessions, sessionOwner, transaction } from '#store';
import type { Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, ByPerson, type Caller, may, type Person } from '../access/caller.ts';
import { limitsOf } from '../access/limits.ts';
import { Needs, Problems } from '../access/secured.ts';
import { UUID } from '../paging/cursor.ts';
import { notFound } from '../problems/problem.ts';
import { traceIdOf } from '../trace.ts';
import { Ended } from './session.dto.ts';
import { OpenSessions, SessionsQuery } from './sessions.dto.ts';
import { noUser } from './user.queries.ts';
import { note } from './users.ts';

/** Where a person is logged in. Somebody else's sessions are for who manages the accounts; to others they don't exist. */
@ApiTags('Sesi')
@ApiCookieAuth()
@Problems(401, 500, 503)
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('account.own')
  @ApiOperation({ summary: 'Sesi yang terbuka' })
  @ApiOkResponse({ type: OpenSessions })
  @Problems(400, 404)
  async list(@Query() { user }: SessionsQuery, @ByPerson() person: Person, @By() by: Caller): Promise<OpenSessions> {
    const { hub, env } = this.runtime;
    const whose = user ?? person.id;
    if (whose !== person.id && !may(by, 'users.manage')) throw noUser();
    const sessions = await openSessions(hub.pool, whose, limitsOf(env));
    return { data: sessions.map((each) => ({ ...each, current: each.id === person.sessionId })) };
  }

  @Delete()
  @Needs('account.own')
  @ApiOperation({ summary: 'Mengakhiri semua sesi sendiri selain yang ini' })
  @ApiOkResponse({ type: Ended })
  endOthers(@ByPerson() person: Person, @Res({ passthrough: true }) response: Response): Promise<Ended> {
    return transaction(this.runtime.hub.pool, async (tx) => {
      const ended = await endSessions(tx, person.id, person.sessionId);
      const act = { actor: person.email, traceId: traceIdOf(response) };
      await note(tx, act, 'sessions_ended', `${ended} sesi diakhiri: ${person.email}`);
      return { ended };
    });
  }

  @Delete(':id')
  @Needs('account.own')
  @ApiOperation({ summary: 'Mengakhiri satu sesi' })
  @ApiOkResponse({ type: Ended })
  @Problems(404)
  end(
    @Param('id') id: string,
    @ByPerson() person: Person,
    @By() by: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Ended> {
    return transaction(this.runtime.hub.pool, async (tx) => {
      const owner = UUID.test(id) ? await sessionOwner(tx, id) : undefined;
      const isMine = owner?.id === person.id || may(by, 'users.manage');
      if (!owner || !isMine || !(await endSession(tx, id))) throw notFound('Sesi itu');
      const act = { actor: person.email, traceId: traceIdOf(response) };
      await note(tx, act, 'sessions_ended', `1 sesi diakhiri: ${owner.email}`);
      return { ended: 1 };
    });
  }
}
