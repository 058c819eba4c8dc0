import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { failureOf } from '../testing/conformance/stage.ts';
import { testIo } from '../testing/io.ts';
import { smallProfile } from '../testing/profile.ts';
import { WireClient } from './client.ts';

const REQUESTS = `
attachments: { hosts: [] }
auth: { scheme: bearer, token: token-rahasia }
requests:
  create: { method: POST, path: /aduan, body: { isi: text }, answer: { external_id: id } }
  read: { method: GET, path: "/aduan/{id}", answer: { external_id: id } }
`;
const open: (Server | TcpServer)[] = [];
const sockets = new Set<Socket>();

async function listening(server: Server | TcpServer): Promise<string> {
  open.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serving = (listener: RequestListener) => listening(createServer(listener));
const clientOf = (base: string, text = REQUESTS, timeout?: string) =>
  new WireClient(smallProfile(base, text, timeout), testIo().io);
const create = (base: string, timeout?: string) =>
  failureOf(clientOf(base, REQUESTS, timeout).call('create', { text: 'Halo' }));

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe('a platform that cannot be reached', () => {
  test('refuses the connection: nothing was sent', async () => {
    const base = await serving(() => {});
    await new Promise((resolve) => open.pop()?.close(resolve));
    expect(await create(base)).toMatchObject({ failure: 'unavailable', uncertain: false });
  });

  test('speaks no TLS: nothing was sent, and base_url is to be looked at', async () => {
    const base = await serving((_request, response) => response.end('{}'));
    const error = await create(base.replace('http:', 'https:'));
    expect(error).toMatchObject({ failure: 'unavailable', uncertain: false, message: expect.stringContaining('TLS') });
  });
});

describe('a platform that breaks off', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['after it has heard us', (socket) => socket.resetAndDestroy()],
    [
      'in the middle of its answer',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"id"');
        setTimeout(() => socket.destroy(), 20);
      },
    ],
    ['without a length', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"id": "7"')],
    ['never, and says nothing', () => {}],
    [
      'never, and sends a byte now and then',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n');
        const timer = setInterval(() => socket.write(' '), 50);
        socket.on('close', () => clearInterval(timer));
      },
    ],
  ])('%s is unavailable in time, and the write uncertain', async (_name, behave) => {
    const base = await listening(
      createTcpServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', () => behave(socket));
      }),
    );
    const started = Date.now();
    expect(await create(base, '1500ms')).toMatchObject({ failure: 'unavailable', uncertain: true });
    expect(Date.now() - started).toBeLessThan(5000);
  });
});

describe('an answer', () => {
  const endless: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      while (response.write(' '.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  };

  test('without an end is not read to it', async () => {
    const error = await create(await serving(endless));
    expect(error).toMatchObject({ failure: 'unavailable', uncertain: true });
  });

  test('that unpacks to more than is read is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(6_000_000, ' '));
    const base = await serving((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await create(base)).toMatchObject({ failure: 'unavailable', message: 'Jawaban Contoh terlalu besar' });
  });

  test('that points elsewhere is not followed', async () => {
    let visited = false;
    const inner = await serving((_request, response) => {
      visited = true;
      response.end('{"id": "7"}');
    });
    const base = await serving((_request, response) => response.writeHead(307, { location: inner }).end());
    expect(await create(base)).toMatchObject({ failure: 'rejected', message: expect.stringContaining('mengalihkan') });
    expect(visited).toBe(false);
  });
});

describe('a download', () => {
  const SIGNED = REQUESTS.replace('hosts: []', 'hosts: [], auth: true');
  const seen: (string | undefined)[] = [];
  const files: RequestListener = (request, response) => {
    seen.push(request.headers.authorization);
    if (request.url === '/pindah') response.writeHead(302, { location: '/foto' }).end();
    else if (request.url === '/hilang') response.writeHead(404).end();
    else response.end(Buffer.alloc(1000, 7));
  };
  beforeEach(() => (seen.length = 0));

  test("brings the bytes from the platform's own host, with credentials only where the profile says so", async () => {
    const base = await serving(files);
    expect(await clientOf(base).download(`${base}/foto`, 1000)).toHaveLength(1000);
    expect(await clientOf(base, SIGNED).download(`${base}/foto`, 1000)).toHaveLength(1000);
    expect(seen).toEqual([undefined, 'Bearer token-rahasia']);
  });

  test('goes to another host only where the profile names it, and never with credentials', async () => {
    const base = await serving(files);
    const other = await serving(files);
    expect(await failureOf(clientOf(base).download(`${other}/foto`, 1000))).toMatchObject({ failure: 'rejected' });
    expect(seen).toEqual([]);
    const named = SIGNED.replace('hosts: []', `hosts: ["${new URL(other).host}"]`);
    expect(await clientOf(base, named).download(`${other}/foto`, 1000)).toHaveLength(1000);
    expect(seen).toEqual([undefined]);
  });

  test.each([
    'file:///etc/hosts',
    'data:text/plain,x',
    'gopher://127.0.0.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://user@127.0.0.1/',
    '//x',
    '',
  ])('does not go to %j', async (address) => {
    expect(await failureOf(clientOf('http://contoh.test').download(address, 10))).toMatchObject({
      failure: 'rejected',
    });
  });

  test('reads no more than it may, follows nothing, and says of a lost file that it is gone', async () => {
    const base = await serving(files);
    const download = (path: string, max: number) => failureOf(clientOf(base).download(base + path, max));
    expect(await download('/foto', 999)).toMatchObject({
      failure: 'rejected',
      message: expect.stringContaining('999 byte'),
    });
    expect(await download('/pindah', 1000)).toMatchObject({ failure: 'rejected' });
    expect(await download('/hilang', 1000)).toMatchObject({ failure: 'rejected', gone: true });
    expect(seen).toHaveLength(3);
  });
});
