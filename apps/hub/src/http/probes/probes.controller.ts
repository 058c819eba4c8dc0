import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Anyone } from '../access/secured.ts';
import { Metrics } from './metrics.ts';
import { Alive, NotReady, Ready } from './probes.dto.ts';
import { unreadyReasons } from './readiness.ts';

/** For whoever runs the hub. None of these needs a key, and none tells anything about a complaint. */
@ApiTags('Pemantauan')
@Anyone()
@Controller()
export class ProbesController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly metrics: Metrics,
  ) {}

  @Get('livez')
  @ApiOperation({ summary: 'Proses hidup (tanpa basis data)' })
  @ApiResponse({ status: 200, type: Alive })
  live(@Res() response: Response): void {
    response.set('cache-control', 'no-store').json({ status: 'ok' });
  }

  @Get('readyz')
  @ApiOperation({ summary: 'Siap bekerja: basis data menjawab, dapat ditulis, dan skemanya mutakhir' })
  @ApiResponse({ status: 200, type: Ready })
  @ApiResponse({ status: 503, type: NotReady })
  async ready(@Res() response: Response): Promise<void> {
    const { source, receiver } = this.runtime;
    const reasons = await unreadyReasons(source, receiver);
    response.set('cache-control', 'no-store');
    if (reasons.length === 0) response.json({ status: 'ready' });
    else response.status(503).set('retry-after', '5').json({ status: 'not_ready', reasons });
  }

  @Get('metrics')
  @ApiOperation({ summary: 'Angka untuk Prometheus' })
  @ApiProduces('text/plain')
  @ApiResponse({ status: 200, schema: { type: 'string' } })
  async numbers(@Res() response: Response): Promise<void> {
    const text = await this.metrics.text();
    response.set({ 'content-type': this.metrics.contentType, 'cache-control': 'no-store' }).end(text);
  }
}
