import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ConnectorError, type RawRequest } from '#connector';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Anyone, Problems } from '../access/secured.ts';
import { Metrics } from '../probes/metrics.ts';
import { notFound, ProblemError } from '../problems/problem.ts';
import { answer, noteFault, toProblem } from '../problems/problem.filter.ts';
import { traceIdOf } from '../trace.ts';
import { InHand } from './in-hand.ts';
import { AbortedError, readBody } from './read-body.ts';

const ACCEPTED = Buffer.from('{"status":"accepted"}');
/** Meta puts up to 1,000 updates into one webhook, 3 MB of them. */
const BATCH_MIB = 4;
const ACCEPTED_HEADERS = { 'content-type': 'application/json', 'content-length': ACCEPTED.length };

/** Where platforms push. Nothing is interpreted here: what is proven is kept, and answered once it is safe. */
@ApiTags('Webhook')
@Anyone()
@Controller('webhooks')
export class WebhooksController {
  private readonly inHand = new InHand();

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly metrics: Metrics,
  ) {}

  @Post(':instance')
  @ApiOperation({
    summary: 'Menerima kabar dari sebuah platform',
    description: 'Ditandatangani menurut profil platform.',
  })
  @ApiParam({ name: 'instance', example: 'laporgub' })
  @ApiConsumes('application/json')
  @ApiBody({ description: 'Isi sebagaimana dikirim platform', schema: { type: 'object' } })
  @ApiResponse({ status: 200, description: 'Sama, untuk kanal: platformnya menghendaki 200' })
  @ApiResponse({
    status: 202,
    description: 'Sudah tersimpan; kiriman ulang dijawab sama',
    schema: { type: 'object', required: ['status'], properties: { status: { type: 'string', enum: ['accepted'] } } },
  })
  @Problems(401, 404, 413, 415, 503)
  async receive(@Param('instance') name: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const since = process.hrtime.bigint();
    let label = 'unknown';
    try {
      const connection = this.runtime.hub.instances.get(name)?.connection;
      if (!connection?.verify) throw notFound('Penerima webhook ini');
      label = name;
      const isBatch = connection.split !== undefined;
      const body = await readBody(request, isBatch ? BATCH_MIB : 1);
      const raw = { headers: request.headers as RawRequest['headers'], body };
      await this.inHand.keep(body.length, () => this.runtime.receiver.receive(name, raw, traceIdOf(response)));
      response.writeHead(isBatch ? 200 : 202, ACCEPTED_HEADERS).end(ACCEPTED);
    } catch (error) {
      if (error instanceof AbortedError) return void response.destroy();
      this.refuse(error, request, response);
    }
    this.metrics.acknowledged(label, response.statusCode, since);
  }

  @Get(':instance')
  @ApiOperation({ summary: 'Menjawab perkenalan sebuah platform sebelum ia mengirim kabar' })
  @ApiParam({ name: 'instance', example: 'whatsapp' })
  @ApiProduces('text/plain')
  @ApiResponse({ status: 200, description: 'Kata yang diminta dibacakan kembali', schema: { type: 'string' } })
  @Problems(403, 404)
  introduce(
    @Param('instance') name: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): void {
    const connection = this.runtime.hub.instances.get(name)?.connection;
    if (!connection?.handshake) throw notFound('Penerima webhook ini');
    try {
      response.type('text/plain').send(connection.handshake(query));
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      answer(request, response, new ProblemError(403, { detail: `${error.message}.` }));
    }
  }

  private refuse(error: unknown, request: Request, response: Response): void {
    const problem = error instanceof ConnectorError ? refusalOf(error) : toProblem(error);
    if (problem.status >= 500) noteFault(this.runtime.hub.log, error, request, response);
    answer(request, response, problem);
  }
}

const refusalOf = ({ failure, message }: ConnectorError): ProblemError =>
  failure === 'unauthorized'
    ? new ProblemError(401, { detail: `${message}.`, hint: 'Periksa rahasia webhook dan jam di kedua sisi.' })
    : new ProblemError(400, { detail: `${message}.` });
