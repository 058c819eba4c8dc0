import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { profileSchema } from '#connector';
import { profileOf } from '#store';
import { checkProfile } from '../../configuration/acts.ts';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { configured } from '../instances/instance.queries.ts';
import { readDocument } from '../../openapi-import/document.ts';
import { propose } from '../../openapi-import/propose.ts';
import { badField, notFound } from '../problems/problem.ts';
import { shownText, shownVersion } from './difference.ts';
import { tryReading } from './dry-run.ts';
import { orFaults, refusing } from './faults.ts';
import { OpenApiRequest, Proposals } from './openapi.dto.ts';
import { trySaying } from './preview.ts';
import {
  Checked,
  Difference,
  DifferenceQuery,
  Profile,
  Replayed,
  RollbackRequest,
  SaveRequest,
  TextRequest,
  Version,
  VersionList,
  VersionText,
} from './profile.dto.ts';
import { replay } from './replay.ts';
import { DryRunRequest, DryRunShown, PreviewDraftShown, PreviewRequest } from './trial.dto.ts';
import { Versions } from './versions.ts';

@ApiTags('Profil koneksi')
@Secured()
@Controller('api/v1/instances/:name/profile')
@ApiParam({ name: 'name', example: 'laporgub' })
export class ProfilesController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('profiles.read')
  @ApiOperation({ summary: 'Profil yang berlaku, dan bedanya dengan berkas' })
  @ApiOkResponse({ type: Profile })
  @Problems(404)
  async show(@Param('name') name: string): Promise<Profile> {
    const { live, hub } = this.runtime;
    const { connector } = configured(hub, name);
    const version = await live.profileVersion(name);
    if (!version) throw notFound('Profil koneksi ini');
    const file = live.fileOf(name);
    const state = file && (await this.versions(name).fileState(version, file));
    return Object.assign(shownText(version), { instance: name, connector, file: state });
  }

  @Get('schema')
  @Needs('profiles.read')
  @ApiOperation({ summary: 'JSON Schema profil ini, untuk pelengkap dan formulir' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  @Problems(404)
  async schema(@Param('name') name: string): Promise<object> {
    const { connector } = configured(this.runtime.hub, name);
    const adapter = this.runtime.live.means.adapters.find((each) => each.name === connector);
    if (!adapter) throw notFound('Konektor koneksi ini');
    return profileSchema(adapter.settings);
  }

  @Post('check')
  @HttpCode(200)
  @Needs('profiles.try')
  @ApiOperation({
    summary: 'Memeriksa sebuah teks',
    description: 'Semua kekeliruan sekaligus, dengan baris dan kolom.',
  })
  @ApiOkResponse({ type: Checked })
  @Problems(400, 404)
  async check(@Param('name') name: string, @Body() { text }: TextRequest): Promise<Checked> {
    configured(this.runtime.hub, name);
    const faults = (await orFaults(() => checkProfile(this.runtime.live, name, text))) ?? [];
    return { ok: faults.length === 0, faults };
  }

  @Post('dry-run')
  @HttpCode(200)
  @Needs('profiles.try')
  @ApiOperation({
    summary: 'Mencoba membaca sebuah kabar',
    description: 'Peristiwa dan aduan yang akan jadi. Tidak ada yang disimpan dan tidak ada yang dikirim.',
  })
  @ApiOkResponse({ type: DryRunShown })
  @Problems(400, 404)
  dryRun(@Param('name') name: string, @Body() request: DryRunRequest): Promise<DryRunShown> {
    configured(this.runtime.hub, name);
    return tryReading(this.runtime, name, request);
  }

  @Post('preview')
  @HttpCode(200)
  @Needs('profiles.try')
  @ApiOperation({
    summary: 'Permintaan yang akan dikirim tentang sebuah aduan',
    description: 'Persis, juga sebagai curl. Rahasia disamarkan, pelapor diganti orang rekaan, tidak ada yang dikirim.',
  })
  @ApiOkResponse({ type: PreviewDraftShown })
  @Problems(400, 404)
  preview(@Param('name') name: string, @Body() request: PreviewRequest): Promise<PreviewDraftShown> {
    return trySaying(this.runtime, name, request);
  }

  @Put()
  @Needs('profiles.save')
  @ApiOperation({
    summary: 'Menyimpan versi baru, yang langsung berlaku',
    description: 'Di semua proses, tanpa mulai ulang. Yang sedang dikirim selesai dengan profil lama.',
  })
  @ApiOkResponse({ type: Version })
  @Problems(400, 404, 409)
  async save(@Param('name') name: string, @Body() request: SaveRequest, @By() by: Caller): Promise<Version> {
    return shownVersion(await this.versions(name).save(request, by.actor));
  }

  @Get('versions')
  @Needs('profiles.read')
  @ApiOperation({ summary: 'Semua versi: siapa, kapan, mengapa' })
  @ApiOkResponse({ type: VersionList })
  @Problems(404)
  list(@Param('name') name: string): Promise<VersionList> {
    return this.versions(name).list();
  }

  @Get('versions/:version')
  @Needs('profiles.read')
  @ApiOperation({ summary: 'Teks satu versi' })
  @ApiOkResponse({ type: VersionText })
  @Problems(404)
  async version(@Param('name') name: string, @Param('version') version: string): Promise<VersionText> {
    if (!/^\d{1,9}$/.test(version)) throw notFound('Versi itu');
    return shownText(await this.versions(name).one(Number(version)));
  }

  @Get('difference')
  @Needs('profiles.read')
  @ApiOperation({ summary: 'Beda dua versi' })
  @ApiOkResponse({ type: Difference })
  @Problems(400, 404)
  difference(@Param('name') name: string, @Query() query: DifferenceQuery): Promise<Difference> {
    return this.versions(name).difference(query);
  }

  @Post('rollback')
  @HttpCode(200)
  @Needs('profiles.save')
  @ApiOperation({ summary: 'Memberlakukan lagi versi lama, sebagai versi baru' })
  @ApiOkResponse({ type: Version })
  @Problems(400, 404, 409)
  async rollBack(@Param('name') name: string, @Body() request: RollbackRequest, @By() by: Caller): Promise<Version> {
    return shownVersion(await this.versions(name).rollBack(request, by.actor));
  }

  @Post('replay')
  @HttpCode(200)
  @Needs('parked.retry')
  @ApiOperation({
    summary: 'Mencoba lagi yang tertahan di bawah profil lama',
    description: 'Yang tidak pasti (uncertain) tidak ikut: itu diputuskan satu per satu, setelah diperiksa.',
  })
  @ApiOkResponse({ type: Replayed })
  @Problems(404)
  async replay(@Param('name') name: string, @By() by: Caller): Promise<Replayed> {
    const { hub } = this.runtime;
    return { count: await replay(hub, configured(hub, name).name, by.actor) };
  }

  @Post('openapi')
  @HttpCode(200)
  @Needs('profiles.try')
  @ApiOperation({
    summary: 'Membaca dokumen OpenAPI platform dan mengusulkan perubahan',
    description: 'Jalur, metode, bidang dan label; tidak ada yang diterapkan, orang yang memutuskan.',
  })
  @ApiOkResponse({ type: Proposals })
  @Problems(400, 404, 413)
  async openapi(@Param('name') name: string, @Body() { document, text: draft }: OpenApiRequest): Promise<Proposals> {
    configured(this.runtime.hub, name);
    const platform = readDocument(document);
    if (!platform) throw badField('document', 'bukan dokumen OpenAPI 3 atau Swagger 2');
    const text = draft ?? (await this.runtime.live.profileVersion(name))?.text ?? '';
    const data = propose(text, platform);
    if (data) return { operations: platform.operations.length, data };
    await refusing(() => checkProfile(this.runtime.live, name, text));
    throw badField('text', 'bukan YAML yang dapat dibaca');
  }

  private versions(name: string): Versions {
    const { live, hub } = this.runtime;
    configured(hub, name);
    return new Versions(live, profileOf(name), (text) => checkProfile(live, name, text));
  }
}
