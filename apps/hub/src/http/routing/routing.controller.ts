import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Routing } from '#complaint';
import { ROUTING } from '#store';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { notFound } from '../problems/problem.ts';
import { shownText, shownVersion } from '../profiles/difference.ts';
import { orFaults, refusing } from '../profiles/faults.ts';
import {
  Checked,
  Difference,
  DifferenceQuery,
  RollbackRequest,
  SaveRequest,
  TextRequest,
  Version,
  VersionList,
  VersionText,
} from '../profiles/profile.dto.ts';
import { Versions } from '../profiles/versions.ts';
import { RoutingShown, Simulation } from './routing.dto.ts';
import { simulate } from './simulate.ts';

@ApiTags('Aturan rute')
@Secured()
@Controller('api/v1/routing')
export class RoutingController {
  private readonly versions: Versions;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.versions = new Versions(runtime.live, ROUTING, async (text) => void this.read(text));
  }

  @Get()
  @Needs('routing.read')
  @ApiOperation({ summary: 'Aturan yang berlaku, dan bedanya dengan berkas' })
  @ApiOkResponse({ type: RoutingShown })
  async show(): Promise<RoutingShown> {
    const { live } = this.runtime;
    const version = await live.routingVersion();
    const file = await this.versions.fileState(version, live.means.files.routing);
    return Object.assign(shownText(version), { file });
  }

  @Put()
  @Needs('routing.save')
  @ApiOperation({ summary: 'Menyimpan versi baru, yang langsung berlaku' })
  @ApiOkResponse({ type: Version })
  @Problems(400, 409)
  async save(@Body() request: SaveRequest, @By() by: Caller): Promise<Version> {
    return shownVersion(await this.versions.save(request, by.actor));
  }

  @Post('check')
  @HttpCode(200)
  @Needs('routing.read')
  @ApiOperation({ summary: 'Memeriksa sebuah teks', description: 'Semua kekeliruan sekaligus, dengan barisnya.' })
  @ApiOkResponse({ type: Checked })
  @Problems(400)
  async check(@Body() { text }: TextRequest): Promise<Checked> {
    const read = await orFaults(() => this.read(text));
    const faults = Array.isArray(read) ? read : [];
    return { ok: faults.length === 0, faults };
  }

  @Post('simulate')
  @HttpCode(200)
  @Needs('routing.save')
  @ApiOperation({
    summary: 'Mencoba rancangan pada aduan 30 hari terakhir',
    description: 'Mana yang akan pergi ke tempat lain dan oleh aturan mana. Tidak ada yang dikirim.',
  })
  @ApiOkResponse({ type: Simulation })
  @Problems(400)
  simulate(@Body() { text }: TextRequest): Promise<Simulation> {
    const { hub } = this.runtime;
    return refusing(async () => simulate(hub.pool, hub.routing, this.read(text)));
  }

  @Get('versions')
  @Needs('routing.read')
  @ApiOperation({ summary: 'Semua versi: siapa, kapan, mengapa' })
  @ApiOkResponse({ type: VersionList })
  list(): Promise<VersionList> {
    return this.versions.list();
  }

  @Get('versions/:version')
  @Needs('routing.read')
  @ApiOperation({ summary: 'Teks satu versi' })
  @ApiOkResponse({ type: VersionText })
  @Problems(404)
  async version(@Param('version') version: string): Promise<VersionText> {
    if (!/^\d{1,9}$/.test(version)) throw notFound('Versi itu');
    return shownText(await this.versions.one(Number(version)));
  }

  @Get('difference')
  @Needs('routing.read')
  @ApiOperation({ summary: 'Beda dua versi' })
  @ApiOkResponse({ type: Difference })
  @Problems(400, 404)
  difference(@Query() query: DifferenceQuery): Promise<Difference> {
    return this.versions.difference(query);
  }

  @Post('rollback')
  @HttpCode(200)
  @Needs('routing.save')
  @ApiOperation({ summary: 'Memberlakukan lagi versi lama, sebagai versi baru' })
  @ApiOkResponse({ type: Version })
  @Problems(400, 404, 409)
  async rollBack(@Body() request: RollbackRequest, @By() by: Caller): Promise<Version> {
    return shownVersion(await this.versions.rollBack(request, by.actor));
  }

  private read(text: string): Routing {
    return this.runtime.live.readRouting({ text, source: 'saved', version: 0 });
  }
}
