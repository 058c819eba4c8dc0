import { createServer, type Server, type Socket, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * `blackhole`: nothing passes, nothing is answered, nobody hangs up. `half_open`: what the client says arrives, what
 * comes back and the end of the connection do not. `refuse`: a new connection is reset at once.
 */
type Mode = 'pass' | 'blackhole' | 'half_open' | 'refuse';

/** How the line is now; each may be switched while connections are open. Directions are the client's. */
export interface Line {
  mode: Mode;
  /** Added to each piece, both ways. */
  latencyMs: number;
  /** Up to so much more, drawn anew for each piece. */
  jitterMs: number;
  /** Held back on the way up, even from a client that has left meanwhile. */
  lateUpMs: number;
  /** Bytes a second on the way down; `null`: no limit. */
  downBytesPerS: number | null;
  /** The connection is reset after so many bytes of answer. */
  truncateAfter: number | null;
  /** The end of the answer is passed on so much later. */
  slowCloseMs: number;
}

const CLEAR: Line = {
  mode: 'pass',
  latencyMs: 0,
  jitterMs: 0,
  lateUpMs: 0,
  downBytesPerS: null,
  truncateAfter: null,
  slowCloseMs: 0,
};

interface Connection {
  client: Socket;
  server: Socket;
  /** What the client said so far, for {@link FaultProxy.freeze}. */
  said: string;
  frozen: boolean;
}

const SAID_CHARS = 4_000;
const TICK_MS = 100;

/** A TCP line between two sides that breaks as lines do. It knows nothing of what is spoken on it. */
export class FaultProxy {
  readonly line: Line = { ...CLEAR };
  accepted = 0;
  private readonly open = new Set<Connection>();
  private readonly clients = new Set<Socket>();
  private server: Server | null = null;

  /** `target`: the port to go to, asked for each connection; `null` where there is nobody. */
  constructor(
    public target: () => number | null,
    private readonly random: () => number = Math.random,
  ) {}

  get port(): number {
    if (!this.server) throw new Error('The proxy does not listen yet');
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async listen(): Promise<this> {
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.accept(client));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    this.server = server;
    return this;
  }

  set(line: Partial<Line>): void {
    Object.assign(this.line, line);
  }

  /** Everything passes again; what hangs on a dead line is reset, as a line that comes back does sooner or later. */
  clear(): void {
    const wasDead = this.line.mode !== 'pass';
    Object.assign(this.line, CLEAR);
    if (wasDead) this.reset();
  }

  /** Resets every open connection. */
  reset(): void {
    for (const connection of this.open) hangUp(connection);
  }

  /** Connections on which the client said `text` die without a word; how many those were. */
  freeze(text: string): number {
    const meant = [...this.open].filter(({ said }) => said.includes(text));
    for (const connection of meant) connection.frozen = true;
    return meant.length;
  }

  async close(): Promise<void> {
    this.reset();
    for (const client of this.clients) client.destroy();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(null)));
  }

  private accept(client: Socket): void {
    this.accepted += 1;
    this.clients.add(client);
    client.on('error', () => {});
    client.once('close', () => this.clients.delete(client));
    const port = this.line.mode === 'refuse' ? null : this.target();
    if (port === null) return void client.resetAndDestroy();
    const server = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const connection: Connection = { client, server, said: '', frozen: false };
    this.open.add(connection);
    server.on('error', () => client.resetAndDestroy());
    server.once('close', () => this.open.delete(connection));
    void this.up(connection).catch(() => server.destroy());
    void this.down(connection).catch(() => client.resetAndDestroy());
  }

  private async up(connection: Connection): Promise<void> {
    const { client, server } = connection;
    const rest: Promise<void>[] = [];
    try {
      for await (const piece of client.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        if (connection.said.length < SAID_CHARS) connection.said += piece.toString('latin1');
        await this.delay();
        if (this.swallows(connection, false)) continue;
        if (this.line.lateUpMs > 0) rest.push(sleep(this.line.lateUpMs).then(() => void server.write(piece)));
        else if (!server.destroyed) server.write(piece);
      }
    } finally {
      // What was held back arrives even where its sender is gone.
      await Promise.all(rest);
      if (client.readableAborted && rest.length === 0) server.destroy();
      else if (!this.swallows(connection, false)) server.end();
    }
  }

  private async down(connection: Connection): Promise<void> {
    const { client, server } = connection;
    let passed = 0;
    for await (const piece of server.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      await this.delay();
      if (this.swallows(connection, true)) continue;
      const room = this.line.truncateAfter === null ? piece.length : Math.max(0, this.line.truncateAfter - passed);
      await this.trickle(client, piece.subarray(0, room));
      passed += piece.length;
      if (room < piece.length) return hangUp(connection);
    }
    if (this.line.slowCloseMs > 0) await sleep(this.line.slowCloseMs);
    if (!this.swallows(connection, true)) client.end();
  }

  private async trickle(client: Socket, piece: Buffer): Promise<void> {
    let rest = piece;
    while (rest.length > 0 && !client.destroyed) {
      const rate = this.line.downBytesPerS;
      if (rate === null) return void client.write(rest);
      const size = Math.max(1, Math.floor((rate * TICK_MS) / 1000));
      client.write(rest.subarray(0, size));
      rest = rest.subarray(size);
      await sleep(Math.max(TICK_MS, (size / rate) * 1000));
    }
  }

  private async delay(): Promise<void> {
    const ms = this.line.latencyMs + this.random() * this.line.jitterMs;
    if (ms > 0) await sleep(ms);
  }

  private swallows({ frozen }: Connection, isAnswer: boolean): boolean {
    return frozen || this.line.mode === 'blackhole' || (isAnswer && this.line.mode === 'half_open');
  }
}

function hangUp({ client, server }: Connection): void {
  client.resetAndDestroy();
  server.resetAndDestroy();
}
