import type { Log } from '#sync';
import type { DataSource } from 'typeorm';
import pg from 'pg';

/** Where a process that only receives tells the workers that an inbox has something new. */
export const INBOX_CHANNEL = 'simpul_inbox';

const RECONNECT_MS = 1_000;

/**
 * Hears at once what other processes announce. A lost connection is made anew; whoever listens looks for itself now and
 * then, which covers the gap.
 */
export class Listener {
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(
    private readonly source: DataSource,
    private readonly channel: string,
    private readonly hear: (what: string) => void,
    private readonly log: Log,
  ) {
    void this.connect();
  }

  stop(): void {
    this.stopped = true;
    void this.client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const { url } = this.source.options as { url: string };
    const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'simpul-aduan' });
    this.client = client;
    client.on('notification', ({ payload }) => payload && this.hear(payload));
    client.on('error', () => {});
    client.on('end', () => {
      if (!this.stopped) setTimeout(() => void this.connect(), RECONNECT_MS);
    });
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
    } catch (error) {
      this.log.warn({ channel: this.channel, 'error.message': String(error) }, 'listen.failed');
      await client.end().catch(() => {});
    }
  }
}
