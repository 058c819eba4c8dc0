import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { endSessions, recoveryCodesLeft, savePassword, secondFactor, transaction } from '#store';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { ByPerson, type Person } from '../access/caller.ts';
import { Needs, Problems } from '../access/secured.ts';
import { badField } from '../problems/problem.ts';
import { traceIdOf } from '../trace.ts';
import { LogInService } from './log-in.ts';
import { Confirmation, FactorState, PasswordChange, ProposedFactor, RecoveryCodes } from './me.dto.ts';
import { checkPassword, hashPassword } from './password.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { confirm, propose, remove } from './second-factor.ts';
import { Ended } from './session.dto.ts';
import { note } from './users.ts';

/** What only the person alone changes. */
@ApiTags('Akun sendiri')
@ApiCookieAuth()
@Problems(401, 500, 503)
@Controller('api/v1/me')
export class MeController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly logIns: LogInService,
  ) {}

  @Post('password')
  @HttpCode(200)
  @Needs('account.own')
  @ApiOperation({ summary: 'Mengganti kata sandi sendiri', description: 'Sesi lain milik sendiri berakhir.' })
  @ApiOkResponse({ type: Ended })
  @Problems(400, 429)
  async changePassword(
    @Body() { current, password }: PasswordChange,
    @ByPerson() person: Person,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Ended> {
    if (!(await this.logIns.owner(person.email, current, request, response))) throw badField('current', 'salah');
    checkPassword(password, person);
    const hashed = await hashPassword(password);
    return transaction(this.runtime.hub.pool, async (tx) => {
      await savePassword(tx, person.id, hashed);
      const ended = await endSessions(tx, person.id, person.sessionId);
      await note(tx, actOf(person, response), 'password_changed', `${ended} sesi lain diakhiri`);
      return { ended };
    });
  }

  @Get('totp')
  @Needs('account.own')
  @ApiOperation({ summary: 'Apakah faktor kedua terpasang' })
  @ApiOkResponse({ type: FactorState })
  async factor(@ByPerson() person: Person): Promise<FactorState> {
    const { pool } = this.runtime.hub;
    const [factor, left] = await Promise.all([secondFactor(pool, person.id), recoveryCodesLeft(pool, person.id)]);
    return { totp: factor?.isConfirmed ?? false, recovery_left: left };
  }

  @Post('totp')
  @HttpCode(200)
  @Needs('account.own')
  @ApiOperation({ summary: 'Menyiapkan faktor kedua (TOTP)', description: 'Berlaku setelah dipastikan.' })
  @ApiOkResponse({ type: ProposedFactor })
  @Problems(409)
  propose(@ByPerson() person: Person, @Res({ passthrough: true }) response: Response): Promise<ProposedFactor> {
    const { pool, sealer } = this.runtime.hub;
    response.set('cache-control', 'no-store');
    return propose(pool, sealer, person);
  }

  @Post('totp/confirm')
  @HttpCode(200)
  @Needs('account.own')
  @ApiOperation({
    summary: 'Memastikan faktor kedua dengan kode pertamanya',
    description: 'Jawabannya sepuluh kode pemulihan.',
  })
  @ApiOkResponse({ type: RecoveryCodes })
  @Problems(400, 409)
  confirm(
    @Body() { totp }: Confirmation,
    @ByPerson() person: Person,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RecoveryCodes> {
    const { pool, sealer } = this.runtime.hub;
    response.set('cache-control', 'no-store');
    return transaction(pool, async (tx) => {
      await confirm(tx, sealer, person.id, totp);
      const codes = await makeRecoveryCodes(tx, sealer, person.id);
      await note(tx, actOf(person, response), 'totp_added', 'Faktor kedua dipasang, dengan sepuluh kode pemulihan');
      return { recovery_codes: codes };
    });
  }

  @Post('totp/recovery-codes')
  @HttpCode(200)
  @Needs('account.own')
  @ApiOperation({ summary: 'Kode pemulihan baru', description: 'Kode yang lama tidak berlaku lagi.' })
  @ApiOkResponse({ type: RecoveryCodes })
  @Problems(409)
  renew(@ByPerson() person: Person, @Res({ passthrough: true }) response: Response): Promise<RecoveryCodes> {
    const { pool, sealer } = this.runtime.hub;
    response.set('cache-control', 'no-store');
    return transaction(pool, async (tx) => {
      const codes = await makeRecoveryCodes(tx, sealer, person.id);
      await note(tx, actOf(person, response), 'recovery_codes_made', 'Sepuluh kode pemulihan baru');
      return { recovery_codes: codes };
    });
  }

  @Delete('totp')
  @Needs('account.own')
  @ApiOperation({ summary: 'Melepas faktor kedua' })
  @ApiOkResponse({ type: FactorState })
  @Problems(409)
  remove(@ByPerson() person: Person, @Res({ passthrough: true }) response: Response): Promise<FactorState> {
    return transaction(this.runtime.hub.pool, async (tx) => {
      await remove(tx, person.id);
      await note(tx, actOf(person, response), 'totp_removed', 'Faktor kedua dilepas');
      return { totp: false, recovery_left: 0 };
    });
  }
}

const actOf = ({ email }: Person, response: Response) => ({ actor: email, traceId: traceIdOf(response) });
