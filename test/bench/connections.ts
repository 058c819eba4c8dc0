import net from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');
const NOTHING = Buffer.alloc(0);

/**
 * Kept-alive connections that send requests whose bytes are ready.
 *
 * Far lighter than an HTTP client: generator, hub and database share the machine, and what the generator takes is
 * missing in the figure.
 */
export class Connections {
  private readonly free: Connection[] = [];
  private readonly all = new Set<Connection>();

  constructor(private readonly port: number) {}

  /** The status of the answer. Opens a connection where none is free. */
  async send(request: Buffer): Promise<number> {
    const connection = this.free.pop() ?? this.open();
    const status = await connection.send(request);
    if (connection.isOpen) this.free.push(connection);
    return status;
  }

  close(): void {
    for (const connection of this.all) connection.close();
  }

  private open(): Connection {
    const connection = new Connection(this.port, () => {
      this.all.delete(connection);
      const at = this.free.indexOf(connection);
      if (at >= 0) this.free.splice(at, 1);
    });
    this.all.add(connection);
    return connection;
  }
}

class Connection {
  isOpen = true;
  private readonly socket: net.Socket;
  private pending: { resolve: (status: number) => void; reject: (error: Error) => void } | null = null;
  private received: Buffer = NOTHING;

  constructor(port: number, onClosed: () => void) {
    this.socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (bytes) => this.take(bytes));
    this.socket.on('error', () => {});
    this.socket.on('close', () => {
      this.isOpen = false;
      onClosed();
      this.pending?.reject(new Error('The connection was closed'));
      this.pending = null;
    });
  }

  send(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(bytes: Buffer): void {
    this.received = this.received.length === 0 ? bytes : Buffer.concat([this.received, bytes]);
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.received.toString('latin1', 0, headEnd).toLowerCase();
    const body = this.received.subarray(headEnd + HEAD_END.length);
    const length = /content-length: (\d+)/.exec(head)?.[1];
    const isChunked = head.includes('transfer-encoding: chunked');
    const isWhole = isChunked
      ? body.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
      : body.length >= Number(length ?? 0);
    if (!isWhole) return;
    this.received = NOTHING;
    if (head.includes('connection: close')) this.isOpen = false;
    const { pending } = this;
    this.pending = null;
    pending?.resolve(Number(head.slice(9, 12)));
  }
}
