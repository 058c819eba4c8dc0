import { randomBytes } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type AlertChannel,
  alertChannel,
  alertChannels,
  changeChannel,
  type ChannelKind,
  insertChannel,
  removeChannel,
  transaction,
} from '#store';
import { isEmail, isURL } from 'class-validator';
import type { Response } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { By, type Caller } from '../http/access/caller.ts';
import { Needs, Problems, Secured } from '../http/access/secured.ts';
import { note } from '../http/accounts/users.ts';
import { UUID } from '../http/paging/cursor.ts';
import { badField, notFound, ProblemError } from '../http/problems/problem.ts';
import { traceIdOf } from '../http/trace.ts';
import { RUNTIME, type Runtime } from '../runtime.ts';
import {
  ChannelChanges,
  ChannelList,
  ChannelTest,
  type ChannelView,
  MadeChannel,
  NewChannel,
  RemovedChannel,
  USUAL,
  ChannelView as View,
} from './channel.dto.ts';
import type { Notice } from './notice.ts';
import { outletOf, parcelOf, send } from './outlet.ts';

const SECRET_BYTES = 32;

@ApiTags('Peringatan')
@Secured()
@Controller('api/v1/alert-channels')
export class ChannelsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('alerts.read')
  @ApiOperation({ summary: 'Ke mana peringatan disampaikan' })
  @ApiOkResponse({ type: ChannelList })
  async list(): Promise<ChannelList> {
    const channels = await alertChannels(this.runtime.hub.pool);
    return { data: channels.map(shown), email_available: this.runtime.env.SMTP_URL !== undefined };
  }

  @Post()
  @HttpCode(200)
  @Needs('alerts.manage')
  @ApiOperation({
    summary: 'Menambah saluran',
    description: 'Webhook ditandatangani menurut Standard Webhooks; rahasianya dibuat di sini dan tampil sekali.',
  })
  @ApiOkResponse({ type: MadeChannel })
  @Problems(400, 409)
  async make(
    @Body() request: NewChannel,
    @By() { actor }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MadeChannel> {
    const { pool, sealer } = this.runtime.hub;
    const channel = { ...USUAL, ...said(request) };
    check(channel.kind, channel);
    if (channel.kind === 'email' && !this.runtime.env.SMTP_URL) {
      throw new ProblemError(409, { detail: 'Surel belum dapat dikirim: SMTP_URL dan SMTP_FROM belum diatur.' });
    }
    const secret = channel.kind === 'webhook' ? `whsec_${randomBytes(SECRET_BYTES).toString('base64')}` : null;
    const sealed = secret === null ? null : sealer.seal(Buffer.from(secret));
    response.set('cache-control', 'no-store');
    return transaction(pool, async (tx) => {
      const made = await insertChannel(tx, channel, { secret: sealed, by: actor });
      await note(tx, { actor, traceId: traceIdOf(response) }, 'channel_made', `${made.kind}: ${made.name}`);
      return Object.assign(shown(made), { secret });
    });
  }

  @Patch(':id')
  @Needs('alerts.manage')
  @ApiOperation({ summary: 'Mengubah saluran' })
  @ApiOkResponse({ type: View })
  @Problems(400, 404)
  change(
    @Param('id') id: string,
    @Body() changes: ChannelChanges,
    @By() { actor }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChannelView> {
    return transaction(this.runtime.hub.pool, async (tx) => {
      const before = UUID.test(id) ? await alertChannel(tx, id) : undefined;
      if (!before) throw noChannel();
      const after = { ...before, ...said(changes) };
      check(before.kind, after);
      const channel = await changeChannel(tx, id, after);
      if (!channel) throw noChannel();
      await note(tx, { actor, traceId: traceIdOf(response) }, 'channel_changed', channel.name);
      return shown(channel);
    });
  }

  @Delete(':id')
  @Needs('alerts.manage')
  @ApiOperation({ summary: 'Menghapus saluran', description: 'Yang ditahan pada waktu tenang ikut hilang.' })
  @ApiOkResponse({ type: RemovedChannel })
  @Problems(404)
  remove(
    @Param('id') id: string,
    @By() { actor }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RemovedChannel> {
    return transaction(this.runtime.hub.pool, async (tx) => {
      const name = UUID.test(id) ? await removeChannel(tx, id) : undefined;
      if (name === undefined) throw noChannel();
      await note(tx, { actor, traceId: traceIdOf(response) }, 'channel_removed', name);
      return { id };
    });
  }

  @Post(':id/test')
  @HttpCode(200)
  @Needs('alerts.manage')
  @ApiOperation({ summary: 'Mengirim pemberitahuan percobaan sekarang juga' })
  @ApiOkResponse({ type: ChannelTest })
  @Problems(404)
  async test(@Param('id') id: string): Promise<ChannelTest> {
    const channel = UUID.test(id) ? await alertChannel(this.runtime.hub.pool, id) : undefined;
    if (!channel) throw noChannel();
    const fault = await send(this.runtime, outletOf(this.runtime, channel), parcelOf(uuidv7(), [trial(channel)]));
    return { ok: fault === null, fault };
  }
}

/** What stands in a request, and nothing of what was left out. */
const said = <T extends object>(request: T): Pick<T, keyof T> =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as T;

const noChannel = (): ProblemError => notFound('Saluran itu');

function check(kind: ChannelKind, channel: Pick<AlertChannel, 'target' | 'quiet_from' | 'quiet_to'>): void {
  const { target, quiet_from: from, quiet_to: to } = channel;
  if ((from === null) !== (to === null)) throw badField('quiet_to', 'waktu tenang perlu awal dan akhir');
  const isAddress =
    kind === 'webhook'
      ? isURL(target, { protocols: ['http', 'https'], require_protocol: true, require_tld: false })
      : target.split(',').every((each) => isEmail(each.trim(), { require_tld: false }));
  if (!isAddress) throw badField('target', kind === 'webhook' ? 'harus berupa alamat http(s)' : 'harus alamat surel');
}

function shown({ secret: _secret, ...channel }: AlertChannel): ChannelView {
  return channel;
}

function trial({ name }: AlertChannel): Notice {
  const now = new Date();
  const message = `Ini percobaan saluran ${name}. Tidak ada yang perlu dilakukan.`;
  const of = { id: uuidv7(), kind: 'instance_paused', instance: 'simpul', title: 'Percobaan' } as const;
  return { type: 'alert.opened', timestamp: now, data: { ...of, message, count: 0, opened_at: now, closed_at: null } };
}
