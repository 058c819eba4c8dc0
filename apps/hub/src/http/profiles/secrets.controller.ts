import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { durationMs } from '#connector';
import { rotateWebhookSecret, saveSecrets } from '../../configuration/secrets.ts';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { configured } from '../instances/instance.queries.ts';
import { ProblemError } from '../problems/problem.ts';
import { refusing } from './faults.ts';
import { readSecrets, Rotation, RotationRequest, SECRETS_BODY, SecretList } from './secret.dto.ts';
import { secretList } from './secret-list.ts';

@ApiTags('Profil koneksi')
@Secured()
@Controller('api/v1/instances/:name')
@ApiParam({ name: 'name', example: 'laporgub' })
export class SecretsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get('secrets')
  @Needs('profiles.read')
  @ApiOperation({
    summary: 'Variabel profil dan dari mana nilainya',
    description: 'Nilainya tidak pernah dapat dibaca.',
  })
  @ApiOkResponse({ type: SecretList })
  @Problems(404)
  async list(@Param('name') name: string): Promise<SecretList> {
    configured(this.runtime.hub, name);
    return { data: await secretList(this.runtime.live, name) };
  }

  @Put('secrets')
  @Needs('secrets.save')
  @ApiOperation({
    summary: 'Menyimpan nilai variabel',
    description: 'Tersegel, mengalahkan lingkungan, langsung berlaku.',
  })
  @ApiBody(SECRETS_BODY)
  @ApiOkResponse({ type: SecretList })
  @Problems(400, 404)
  async save(@Param('name') name: string, @Body() body: object, @By() by: Caller): Promise<SecretList> {
    const { hub, live } = this.runtime;
    configured(hub, name);
    await refusing(() => saveSecrets(live, name, readSecrets(body), by.actor));
    return this.list(name);
  }

  @Post('webhook-secret')
  @HttpCode(200)
  @Needs('secrets.save')
  @ApiOperation({
    summary: 'Membuat rahasia webhook baru',
    description: 'Yang lama tetap diterima selama masa tumpang tindih, supaya platform sempat menggantinya.',
  })
  @ApiOkResponse({ type: Rotation })
  @Problems(400, 404, 409)
  async rotate(@Param('name') name: string, @Body() { overlap }: RotationRequest, @By() by: Caller): Promise<Rotation> {
    const { hub, live } = this.runtime;
    configured(hub, name);
    const made = await refusing(() => rotateWebhookSecret(live, name, durationMs(overlap), by.actor));
    if (made) return { name: made.variable, secret: made.secret, previous_until: made.previousUntil };
    throw new ProblemError(409, {
      detail: 'Koneksi ini tidak menerima webhook, atau rahasianya tertulis di profil.',
      hint: 'Tulis webhook.signature.secret sebagai ${NAMA} di profil lalu coba lagi.',
    });
  }
}
