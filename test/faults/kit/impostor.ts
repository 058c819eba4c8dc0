import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Sits where a platform should, and answers whatever it was told to: see {@link FaultProxy.target}. */
export class Impostor {
  /** Method and path of what it was asked. */
  readonly asked: string[] = [];
  private constructor(private readonly server: Server) {}

  static async listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Impostor> {
    const server = createServer((request, response) => {
      impostor.asked.push(`${request.method} ${request.url}`);
      request.resume();
      request.on('end', () => answer(request, response));
    });
    const impostor = new Impostor(server);
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return impostor;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }
}

export const json = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
