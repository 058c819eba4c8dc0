import { connect, createServer, type Server, type Socket } from 'node:net';

/** A wire to PostgreSQL that can be cut (connections end, new ones are refused) or frozen (nothing passes any more). */
export class Wire {
  private readonly sockets = new Set<Socket>();
  private state: 'whole' | 'cut' | 'frozen' = 'whole';

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(databaseUrl: string): Promise<Wire> {
    const target = new URL(databaseUrl);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const url = new URL(databaseUrl);
    url.host = `127.0.0.1:${port}`;
    const wire = new Wire(server, url.href);
    server.on('connection', (near) => wire.join(near, connect(Number(target.port), target.hostname)));
    return wire;
  }

  cut(): void {
    this.state = 'cut';
    for (const socket of this.sockets) socket.destroy();
  }

  freeze(): void {
    this.state = 'frozen';
    for (const socket of this.sockets) socket.pause();
  }

  mend(): void {
    this.state = 'whole';
    for (const socket of this.sockets) socket.resume();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => {});
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
    if (this.state === 'cut') near.destroy();
    if (this.state === 'frozen') for (const socket of [near, far]) socket.pause();
  }
}
