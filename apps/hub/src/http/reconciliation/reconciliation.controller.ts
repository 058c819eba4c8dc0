import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { beginReconciliation, dismissDrift } from '#sync';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { configured } from '../instances/instance.queries.ts';
import { UUID } from '../paging/cursor.ts';
import { notFound, ProblemError } from '../problems/problem.ts';
import {
  Dismissal,
  DismissRequest,
  DriftPage,
  DriftQuery,
  ReconcileRequest,
  Run,
  RunDetail,
  RunPage,
  RunQuery,
} from './reconciliation.dto.ts';
import { driftPage, runById, runDetail, runPage } from './reconciliation.queries.ts';

@ApiTags('Pencocokan')
@Secured()
@Controller('api/v1')
export class ReconciliationController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Post('instances/:name/reconcile')
  @HttpCode(202)
  @Needs('reconciliations.run')
  @ApiOperation({
    summary: 'Mencocokkan sekarang',
    description: 'Bila pencocokan koneksi ini sedang berjalan, yang berjalan itulah jawabannya.',
  })
  @ApiAcceptedResponse({ type: Run })
  @Problems(400, 404, 409)
  async reconcile(@Param('name') name: string, @By() by: Caller, @Body() body?: ReconcileRequest): Promise<Run> {
    const { hub } = this.runtime;
    if (!configured(hub, name).connection.list) {
      throw new ProblemError(409, { detail: 'Koneksi ini tidak punya daftar untuk dicocokkan.' });
    }
    const acceptsFewer = body?.accept_fewer ?? false;
    const { id } = await beginReconciliation(hub, name, { asker: by.actor, acceptsFewer });
    return runById(hub.pool, id);
  }

  @Get('reconciliations')
  @Needs('reconciliations.read')
  @ApiOperation({ summary: 'Semua pencocokan', description: 'Yang terbaru lebih dulu.' })
  @ApiOkResponse({ type: RunPage })
  @Problems(400)
  list(@Query() query: RunQuery): Promise<RunPage> {
    return runPage(this.runtime.hub.pool, query);
  }

  @Get('reconciliations/:id')
  @Needs('reconciliations.read')
  @ApiOperation({ summary: 'Satu pencocokan dan perbedaan yang ditemukannya' })
  @ApiOkResponse({ type: RunDetail })
  @Problems(400, 404)
  show(@Param('id') id: string, @Query() query: DriftQuery): Promise<RunDetail> {
    return runDetail(this.runtime.hub.pool, id, query);
  }

  @Get('drift')
  @Needs('reconciliations.read')
  @ApiOperation({ summary: 'Perbedaan dari semua pencocokan', description: 'Yang tertua lebih dulu.' })
  @ApiOkResponse({ type: DriftPage })
  @Problems(400)
  drift(@Query() query: DriftQuery): Promise<DriftPage> {
    return driftPage(this.runtime.hub.pool, query);
  }

  @Post('drift/:id/dismiss')
  @HttpCode(200)
  @Needs('drift.dismiss')
  @ApiOperation({ summary: 'Menutup satu perbedaan, dengan alasan' })
  @ApiOkResponse({ type: Dismissal })
  @Problems(400, 404, 409)
  async dismiss(@Param('id') id: string, @Body() { reason }: DismissRequest, @By() by: Caller): Promise<Dismissal> {
    if (!UUID.test(id)) throw notFound('Perbedaan itu');
    const done = await dismissDrift(this.runtime.hub, id, reason, by.actor);
    if (done === 'not_found') throw notFound('Perbedaan itu');
    if (done === 'not_waiting') throw new ProblemError(409, { detail: 'Sudah tidak menunggu keputusan.' });
    return { id, outcome: 'dismissed' };
  }
}
