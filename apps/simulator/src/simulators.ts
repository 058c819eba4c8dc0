import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlatformSimulator } from '#connector/testing';
import { SIMULATORS } from '#connectors/simulators';
import { createPage } from './server.ts';

export interface StartOptions {
  /** Where webhooks go: `<hubUrl>/webhooks/<name>`; without it nobody is told. */
  hubUrl?: string | undefined;
  /** By connector name, and `page`; a free port where none is given. */
  ports?: Record<string, number> | undefined;
  now?: (() => Date) | undefined;
  seed?: number | undefined;
  /** Webhooks of so many cases may be under way at once; one after another where nothing is said. */
  webhooksAtOnce?: number | undefined;
}

export interface RunningSimulators {
  urls: Record<string, string>;
  simulators: Record<string, PlatformSimulator>;
  pageUrl: string;
  close: () => Promise<void>;
}

/** Starts every platform and the page to play them; if one cannot start, none stays. */
export async function startSimulators({
  hubUrl,
  ports = {},
  now,
  seed,
  webhooksAtOnce,
}: StartOptions = {}): Promise<RunningSimulators> {
  const simulators: Record<string, PlatformSimulator> = {};
  const urls: Record<string, string> = {};
  const page = createPage(simulators);
  const close = async (): Promise<void> => {
    await Promise.all([closed(page), ...Object.values(simulators).map((simulator) => simulator.close())]);
  };
  try {
    for (const [name, Simulator] of Object.entries(SIMULATORS)) {
      const webhookUrl = hubUrl && `${hubUrl.replace(/\/$/, '')}/webhooks/${name}`;
      const simulator = new Simulator({ webhookUrl, now, seed, webhooksAtOnce });
      urls[name] = await simulator.listen(ports[name] ?? 0);
      simulators[name] = simulator;
    }
    return { urls, simulators, pageUrl: await listening(page, ports['page'] ?? 0), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function listening(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
