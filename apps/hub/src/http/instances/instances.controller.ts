import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { pause, resume } from '#sync';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { ConnectionTest } from '../connection-test/connection-test.dto.ts';
import { testConnection } from '../connection-test/test-connection.ts';
import { ProblemError } from '../problems/problem.ts';
import { refusing } from '../profiles/faults.ts';
import { Labels } from '../profiles/labels.dto.ts';
import { labelsOf } from '../profiles/labels.ts';
import { InstanceList, InstanceState, PauseRequest } from './instance.dto.ts';
import { configured, instanceState, instanceStates } from './instance.queries.ts';
import { MessagePage, MessagesQuery } from './message.dto.ts';
import { messagePage } from './message.queries.ts';

@ApiTags('Koneksi')
@Secured()
@Controller('api/v1/instances')
export class InstancesController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('instances.read')
  @ApiOperation({ summary: 'Semua koneksi dan keadaannya' })
  @ApiOkResponse({ type: InstanceList })
  async list(): Promise<InstanceList> {
    return { data: await instanceStates(this.runtime.hub) };
  }

  @Get(':name')
  @Needs('instances.read')
  @ApiOperation({ summary: 'Keadaan satu koneksi' })
  @ApiOkResponse({ type: InstanceState })
  @Problems(404)
  show(@Param('name') name: string): Promise<InstanceState> {
    return instanceState(this.runtime.hub, name);
  }

  @Get(':name/labels')
  @Needs('instances.read')
  @ApiOperation({ summary: 'Tabel status dan kategori, dan kata yang belum dipetakan' })
  @ApiOkResponse({ type: Labels })
  @Problems(404)
  async labels(@Param('name') name: string): Promise<Labels> {
    const { hub, live } = this.runtime;
    configured(hub, name);
    return labelsOf(hub.pool, name, (await refusing(() => live.draft(name))).settings);
  }

  @Get(':name/messages')
  @Needs('instances.read')
  @ApiOperation({
    summary: 'Pesan yang diterima dari koneksi ini',
    description: 'Yang terbaru lebih dulu; tanpa isinya.',
  })
  @ApiOkResponse({ type: MessagePage })
  @Problems(400, 404)
  messages(@Param('name') name: string, @Query() query: MessagesQuery): Promise<MessagePage> {
    const { hub } = this.runtime;
    return messagePage(hub.pool, configured(hub, name).name, query);
  }

  @Post(':name/test')
  @HttpCode(200)
  @Needs('instances.test')
  @ApiOperation({
    summary: 'Menguji koneksi langkah demi langkah',
    description: 'Hanya membaca. Kegagalan platform pun dijawab 200, dengan ok: false dan cara memperbaikinya.',
  })
  @ApiOkResponse({ type: ConnectionTest })
  @Problems(404)
  test(@Param('name') name: string, @By() by: Caller): Promise<ConnectionTest> {
    return testConnection(this.runtime, configured(this.runtime.hub, name), by.actor);
  }

  @Post(':name/pause')
  @HttpCode(200)
  @Needs('instances.pause')
  @ApiOperation({ summary: 'Menjeda koneksi', description: 'Kabar yang masuk tetap disimpan; tidak ada yang hilang.' })
  @ApiOkResponse({ type: InstanceState })
  @Problems(400, 404, 409)
  async pause(@Param('name') name: string, @Body() { reason }: PauseRequest, @By() by: Caller): Promise<InstanceState> {
    const { hub } = this.runtime;
    const done = await pause(hub, configured(hub, name).name, reason, by.actor);
    if (done !== 'done') throw new ProblemError(409, { detail: 'Koneksi ini sudah dijeda.' });
    return instanceState(hub, name);
  }

  @Post(':name/resume')
  @HttpCode(200)
  @Needs('instances.pause')
  @ApiOperation({ summary: 'Melanjutkan koneksi yang dijeda' })
  @ApiOkResponse({ type: InstanceState })
  @Problems(404, 409)
  async resume(@Param('name') name: string, @By() by: Caller): Promise<InstanceState> {
    const { hub } = this.runtime;
    const done = await resume(hub, configured(hub, name).name, by.actor);
    if (done !== 'done') throw new ProblemError(409, { detail: 'Koneksi ini tidak sedang dijeda.' });
    return instanceState(hub, name);
  }
}
