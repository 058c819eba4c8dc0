import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Anyone, Problems } from '../access/secured.ts';
import { traceIdOf } from '../trace.ts';
import { NameField, PasswordField } from './fields.ts';
import { acceptInvitation } from './invitations.ts';

class Acceptance {
  @PasswordField('Paling sedikit 12 huruf, bukan yang umum') password!: string;
  @NameField('Nama', true) name?: string;
}

class Accepted {
  @ApiProperty({ description: 'Surel untuk masuk' }) email!: string;
  @ApiProperty() name!: string;
}

@ApiTags('Pengguna')
@Problems(500, 503)
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Post(':token')
  @HttpCode(200)
  @Anyone()
  @ApiOperation({ summary: 'Memasang kata sandi dengan undangan', description: 'Setelah itu masuk lewat /session.' })
  @ApiOkResponse({ type: Accepted })
  @Problems(400, 404)
  async accept(
    @Param('token') token: string,
    @Body() body: Acceptance,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Accepted> {
    const { email, name } = await acceptInvitation(this.runtime.hub, token, body, traceIdOf(response));
    return { email, name };
  }
}
