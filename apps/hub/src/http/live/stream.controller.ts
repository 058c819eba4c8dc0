import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { isStill } from '../access/authenticate.ts';
import { By, type Caller, may } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { BIGINT } from '../paging/cursor.ts';
import { type Change, concerns } from './change.ts';
import { Feed } from './feed.ts';

const HEARTBEAT_MS = 15_000;
/** So long after a session has ended, or a role has changed, nothing more is told. */
const ASK_AGAIN_MS = 1_000;
/** A reader that takes nothing any more is let go; it comes back with the id of what it had last. */
const MOST_WAITING_BYTES = 1024 * 1024;

@ApiTags('Langsung')
@Secured()
@Controller('api/v1/stream')
export class StreamController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly feed: Feed,
  ) {}

  @Get()
  @Needs('complaints.read')
  @ApiOperation({
    summary: 'Apa yang sedang terjadi, sebagai server-sent events',
    description: `Peristiwa: \`complaint\` (aduan berubah), \`delivery\` (kiriman berjalan), \`instance\` (keadaan koneksi),
\`alert\` (peringatan dibuka atau ditutup), \`reset\` (terlalu banyak yang terlewat: baca ulang). Komentar tiap
${HEARTBEAT_MS / 1000} detik menandai sambungan hidup. Aliran berakhir bila sesinya berakhir atau izinnya berubah.`,
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Yang terakhir diterima; yang terlewat dikirim lagi',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Problems(400)
  async stream(
    @Headers('last-event-id') lastId: string | undefined,
    @By() by: Caller,
    @Res() response: Response,
  ): Promise<void> {
    const seesInstances = may(by, 'instances.read');
    const shown = (changes: readonly Change[]) =>
      changes
        .filter((change) => concerns(change, by.scope, seesInstances))
        .map(lineOf)
        .join('');
    const after = lastId !== undefined && BIGINT.test(lastId) ? lastId : null;
    const waiting: Change[] = [];
    let take = (changes: readonly Change[]): void => void waiting.push(...changes);
    const leave = await this.feed.watch({ take: (changes) => take(changes), end: () => response.end() }, after);
    if (response.destroyed) return leave();
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    take = (changes) => {
      if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
      else response.write(shown(changes));
    };
    response.write(`retry: 2000\n\n${shown(waiting)}`);
    const heartbeat = setInterval(() => response.write(': hidup\n\n'), HEARTBEAT_MS);
    const asking = setInterval(() => void this.endIfOver(by, response), ASK_AGAIN_MS);
    response.once('close', () => {
      clearInterval(heartbeat);
      clearInterval(asking);
      leave();
    });
    this.runtime.hub.log.info({}, 'live.watching');
  }

  /** While the database is away nothing is told either, so the stream may stay. */
  private async endIfOver(by: Caller, response: Response): Promise<void> {
    const mayStay = await isStill(this.runtime, by).catch(() => true);
    if (!mayStay) response.end();
  }
}

const lineOf = ({ id, event, data }: Change): string =>
  `${id === null ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
