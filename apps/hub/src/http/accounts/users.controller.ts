import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { traceIdOf } from '../trace.ts';
import { invite } from './invitations.ts';
import { InvitationView, NewUser, UserChanges, UserList, UserView } from './user.dto.ts';
import { userById, users } from './user.queries.ts';
import { addUser, changeUser } from './users.ts';

@ApiTags('Pengguna')
@Secured()
@Controller('api/v1/users')
export class UsersController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('users.manage')
  @ApiOperation({ summary: 'Semua pengguna' })
  @ApiOkResponse({ type: UserList })
  async list(): Promise<UserList> {
    return { data: await users(this.runtime.hub.pool) };
  }

  @Post()
  @HttpCode(200)
  @Needs('users.manage')
  @ApiOperation({ summary: 'Menambah pengguna', description: 'Kata sandinya dipasang lewat undangan.' })
  @ApiOkResponse({ type: UserView })
  @Problems(400, 409)
  async add(
    @Body() user: NewUser,
    @By() by: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserView> {
    const { hub } = this.runtime;
    const id = await addUser(hub, user, { actor: by.actor, traceId: traceIdOf(response) });
    return userById(hub.pool, id);
  }

  @Patch(':id')
  @Needs('users.manage')
  @ApiOperation({ summary: 'Mengubah peran, nama atau kantor; menonaktifkan atau mengaktifkan lagi' })
  @ApiOkResponse({ type: UserView })
  @Problems(400, 404, 409)
  async change(
    @Param('id') id: string,
    @Body() changes: UserChanges,
    @By() by: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserView> {
    const { hub } = this.runtime;
    await changeUser(hub, id, changes, { actor: by.actor, traceId: traceIdOf(response) });
    return userById(hub.pool, id);
  }

  @Post(':id/invitation')
  @HttpCode(200)
  @Needs('users.manage')
  @ApiOperation({
    summary: 'Membuat undangan untuk memasang kata sandi',
    description: 'Berlaku 72 jam, sekali pakai; undangan sebelumnya tidak berlaku lagi.',
  })
  @ApiOkResponse({ type: InvitationView })
  @Problems(404, 409)
  invite(
    @Param('id') id: string,
    @By() by: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<InvitationView> {
    response.set('cache-control', 'no-store');
    return invite(this.runtime.hub, id, { actor: by.actor, traceId: traceIdOf(response) });
  }
}
