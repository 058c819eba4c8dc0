import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Act, actOn, ActRefused } from '#sync';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { ByOnce, type Caller, may, type OnceCaller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { ProblemError } from '../problems/problem.ts';
import {
  Acted,
  AuthorityRequest,
  DispositionRequest,
  ForwardRequest,
  MarksRequest,
  NeedsInfoRequest,
  ReplyRequest,
  StatusRequest,
} from './act.dto.ts';
import { complaintByNumber, complaintIdOf } from './complaint.queries.ts';

/** Who speaks where no office is named. */
const OFFICE = 'Pemerintah Kabupaten Purbalingga';

/** What a person decides about a complaint here; the engine tells the platforms. */
@ApiTags('Tindakan atas aduan')
@Secured()
@Controller('api/v1/complaints/:number')
@ApiParam({ name: 'number', example: 'SA-2026-000042' })
@ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'Permintaan yang dikirim dua kali dengan kunci yang sama dijalankan sekali',
})
export class ActsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Post('disposition')
  @HttpCode(200)
  @Needs('complaints.decide')
  @ApiOperation({ summary: 'Mendisposisi aduan ke OPD' })
  @ApiOkResponse({ type: Acted })
  @Problems(400, 404, 409)
  disposition(
    @Param('number') number: string,
    @Body() { opd, note }: DispositionRequest,
    @ByOnce() by: OnceCaller,
  ): Promise<Acted> {
    return this.act(number, by, { kind: 'disposition', opd, note: words(note) });
  }

  @Post('authority')
  @HttpCode(200)
  @Needs('complaints.decide')
  @ApiOperation({
    summary: 'Menetapkan kewenangan',
    description: 'Aturan rute menentukan ke mana aduan lalu diteruskan.',
  })
  @ApiOkResponse({ type: Acted })
  @Problems(400, 404, 409)
  authority(
    @Param('number') number: string,
    @Body() request: AuthorityRequest,
    @ByOnce() by: OnceCaller,
  ): Promise<Acted> {
    const { category = null, reason } = request;
    const kewenangan = request.kewenangan === 'unknown' ? null : request.kewenangan;
    return this.act(number, by, { kind: 'authority', kewenangan, category, reason });
  }

  @Post('forward')
  @HttpCode(200)
  @Needs('complaints.decide')
  @ApiOperation({ summary: 'Meneruskan aduan ke sebuah platform, apa pun kata aturan rute' })
  @ApiOkResponse({ type: Acted })
  @Problems(400, 404, 409)
  forward(
    @Param('number') number: string,
    @Body() { to, reason }: ForwardRequest,
    @ByOnce() by: OnceCaller,
  ): Promise<Acted> {
    return this.act(number, by, { kind: 'forward', to, reason });
  }

  @Post('needs-info')
  @HttpCode(200)
  @Needs('complaints.answer')
  @ApiOperation({ summary: 'Meminta data kepada pelapor' })
  @ApiOkResponse({ type: Acted })
  @Problems(400, 404, 409)
  needsInfo(
    @Param('number') number: string,
    @Body() { question, office }: NeedsInfoRequest,
    @ByOnce() by: OnceCaller,
  ): Promise<Acted> {
    return this.act(number, by, { kind: 'needs_info', question, office: this.officeOf(by, office) });
  }

  @Post('reply')
  @HttpCode(200)
  @Needs('complaints.answer')
  @ApiOperation({
    summary: 'Menanggapi aduan',
    description: 'Tanggapan publik disampaikan ke semua platform aduan ini.',
  })
  @ApiOkResponse({ type: Acted })
  @Problems(400, 404, 409)
  reply(@Param('number') number: string, @Body() request: ReplyRequest, @ByOnce() by: OnceCaller): Promise<Acted> {
    const { text, office } = request;
    return this.act(number, by, {
      kind: 'reply',
      text,
      public: request.public ?? true,
      office: this.officeOf(by, office),
    });
  }

  @Post('status')
  @HttpCode(200)
  @Needs('complaints.answer')
  @ApiOperation({ summary: 'Mengubah status aduan' })
  @ApiOkResponse({ type: Acted })
  @Problems(400, 404, 409)
  status(@Param('number') number: string, @Body() request: StatusRequest, @ByOnce() by: OnceCaller): Promise<Acted> {
    const { status, outcome = null, rejection = null, note } = request;
    return this.act(number, by, { kind: 'status', status, outcome, rejection, note: words(note) });
  }

  @Post('marks')
  @HttpCode(200)
  @Needs('complaints.answer')
  @ApiOperation({
    summary: 'Menandai anonim atau rahasia',
    description: 'Melonggarkan hanya oleh admin utama, dengan alasan.',
  })
  @ApiOkResponse({ type: Acted })
  @Problems(400, 404, 409)
  marks(
    @Param('number') number: string,
    @Body() { reason, ...marks }: MarksRequest,
    @ByOnce() by: OnceCaller,
  ): Promise<Acted> {
    const isLoosening = marks.anonim === false || marks.rahasia === false;
    if (isLoosening && !may(by, 'complaints.decide')) {
      throw new ProblemError(403, { detail: 'Hanya admin utama yang melonggarkan tanda anonim atau rahasia.' });
    }
    return this.act(number, by, { kind: 'marks', marks, reason: words(reason) });
  }

  /** Nobody speaks in the name of another office: only who belongs to none may name one. */
  private officeOf({ scope: { opd, kecamatan } }: Caller, named: string | undefined): string {
    if (opd !== undefined) return opd;
    if (kecamatan === undefined) return named ?? OFFICE;
    const { byCode } = this.runtime.knowledge.gazetteer;
    return `Kecamatan ${byCode.get(kecamatan)?.kecamatan ?? kecamatan}`;
  }

  private async act(number: string, { actor, onceKey }: OnceCaller, act: Act): Promise<Acted> {
    const { hub } = this.runtime;
    const id = await complaintIdOf(hub.pool, number);
    try {
      const { targets, traceId } = await actOn(hub, id, act, actor, { onceKey });
      return { complaint: await complaintByNumber(hub.pool, number), targets, trace_id: traceId };
    } catch (error) {
      if (error instanceof ActRefused) throw new ProblemError(409, { detail: error.message });
      throw error;
    }
  }
}

/** What consists of nothing but spaces is no reason. */
const words = (text: string | undefined): string | null => text?.trim() || null;
