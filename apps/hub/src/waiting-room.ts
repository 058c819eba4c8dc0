import { createServer, type Server } from 'node:http';

/** Answers while the database is not there: alive, and not ready. */
export class WaitingRoom {
  private constructor(private readonly server: Server) {}

  static async open(port: number, host: string): Promise<WaitingRoom> {
    const server = createServer((request, response) => {
      request.resume();
      if (request.url === '/livez') return void response.writeHead(200).end('ok');
      const headers = { 'content-type': 'application/problem+json', 'retry-after': '5', connection: 'close' };
      const title = 'Basis data belum tersedia';
      response.writeHead(503, headers).end(JSON.stringify({ type: 'about:blank', title, status: 503 }));
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
    return new WaitingRoom(server);
  }

  async close(): Promise<void> {
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }
}
