import {
  Body,
  Controller,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  UploadedFile,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import { isReporterCode, MAX_FILE_BYTES } from '#sync';
import type { Request, Response } from 'express';
import { say } from '../../lacak/say.ts';
import { Anyone } from '../access/secured.ts';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { traceIdOf } from '../trace.ts';
import { LacakFilter } from './lacak.filter.ts';
import { publicComplaint } from './lacak.queries.ts';
import { Pages } from './pages.ts';
import { type Fields, fieldOf, filledOf, readForm } from './reading-form.ts';
import { actOf, type FormError } from './reporter-form.ts';
import { OwnFormGuard, ReporterGuard, type Reporting } from './reporter.guard.ts';
import { HourlyLimit } from './limits.ts';
import { inLang, langOf, textsOf } from './texts.ts';

const CODE_TRIES_PER_HOUR = 10;
const MESSAGES_PER_HOUR = 20;
/** One file and the form's fields; what is larger is broken off while it arrives. */
const UPLOAD = { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10, fieldSize: 64 * 1024 } };

/** What the reporter does on the complaint's page. Plain forms, answered by a redirect, so that nothing is sent twice. */
@ApiExcludeController()
@Anyone()
@UseFilters(LacakFilter)
@Controller('lacak/:token')
export class ReporterController {
  private readonly tries: HourlyLimit;
  private readonly messages: HourlyLimit;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly pages: Pages,
  ) {
    this.tries = new HourlyLimit(runtime.hub.pool, 'lacak-kode', CODE_TRIES_PER_HOUR);
    this.messages = new HourlyLimit(runtime.hub.pool, 'lacak-kirim', MESSAGES_PER_HOUR);
  }

  @Post('masuk')
  @UseGuards(OwnFormGuard)
  async enter(
    @Param('token') token: string,
    @Body() body: Fields | undefined,
    @Query('lang') lang: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const texts = textsOf(langOf(lang));
    const { pool, sealer } = this.runtime.hub;
    const complaint = await publicComplaint(pool, token, false);
    if (!complaint) return this.pages.missing(response, texts);
    if (!(await this.tries.admit(complaint.id)))
      return this.pages.show(response, texts, token, complaint, { refused: 'tooMany' });
    if (!isReporterCode(sealer, complaint.id, fieldOf(body, 'kode'))) {
      return this.pages.show(response, texts, token, complaint, { refused: 'wrong' });
    }
    await this.tries.forget(complaint.id);
    this.pages.sessions.begin(response, { id: complaint.id, token });
    response.redirect(303, `${inLang(`/lacak/${token}`, texts)}#pelapor`);
  }

  @Post('keluar')
  @UseGuards(OwnFormGuard, ReporterGuard)
  leave(@Req() request: Reporting, @Query('lang') lang: unknown, @Res() response: Response): void {
    this.pages.sessions.end(response, request.reported);
    response.redirect(303, inLang(`/lacak/${request.reported.token}`, textsOf(langOf(lang))));
  }

  @Post('pelapor')
  @UseGuards(OwnFormGuard, ReporterGuard)
  @UseInterceptors(FileInterceptor('foto', UPLOAD))
  async tell(
    @Req() request: Reporting & Request,
    @Body() fields: Fields | undefined,
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @Query('lang') lang: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const texts = textsOf(langOf(lang));
    const { id, token } = request.reported;
    const complaint = await publicComplaint(this.runtime.hub.pool, token, true);
    if (!complaint) return this.pages.missing(response, texts);
    const refuse = (error: FormError) =>
      this.pages.show(response, texts, token, complaint, { request, filled: filledOf(fields ?? {}, error) });

    if (!this.pages.sessions.isOwnForm(request, fields?.['tanda'])) return refuse('elsewhere');
    const bytes = file && file.buffer.length > 0 ? file.buffer : null;
    const said = await readForm(fields ?? {}, bytes, actOf(complaint));
    if (typeof said === 'string') return refuse(said);
    if (!(await this.messages.admit(id))) return refuse('often');
    await say(this.runtime, complaint, said, traceIdOf(response));
    response.redirect(303, `/lacak/${token}?${texts.lang === 'en' ? 'lang=en&' : ''}terkirim=1#pelapor`);
  }
}
