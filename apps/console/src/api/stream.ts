import { EventSourceParserStream } from 'eventsource-parser/stream';
import { forget, recall, signedIn } from '../session/session.ts';

/** One line of the hub's stream. */
export interface Told {
  event: string;
  data: Record<string, unknown>;
}

interface Follower {
  onState: (isLive: boolean) => void;
  onTold: (told: Told) => void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** The hub gives a sign of life every 15 seconds. */
const SILENCE_MS = 40_000;

/**
 * Follows the hub's stream until `signal`, over every loss of the connection; what was missed comes on return.
 *
 * The browser's own EventSource can't show an operator's key, so it is read by fetch.
 */
export async function follow(follower: Follower, signal: AbortSignal): Promise<void> {
  let lastId = '';
  let failures = 0;
  const told = (each: Told, id: string | undefined) => {
    lastId = id ?? lastId;
    follower.onTold(each);
  };
  while (!signal.aborted) {
    const outcome = await listen(lastId, signal, told, () => {
      // What has no history may have changed meanwhile.
      if (failures > 0) follower.onTold({ event: 'reset', data: {} });
      failures = 0;
      follower.onState(true);
    });
    follower.onState(false);
    if (outcome === 'refused' || signal.aborted) return;
    // The hub ends the stream where the session is over or may do other things now.
    if (outcome === 'ended') await recall();
    failures += 1;
    await wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)), signal);
  }
}

async function listen(
  lastId: string,
  signal: AbortSignal,
  onTold: (told: Told, id: string | undefined) => void,
  onOpen: () => void,
): Promise<'refused' | 'ended' | 'lost'> {
  const silence = new AbortController();
  let timer = 0;
  const alive = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => silence.abort(), SILENCE_MS);
  };
  alive();
  try {
    const response = await fetch('/api/v1/stream', {
      headers: headersOf(lastId),
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status === 401) forget();
    if (response.status === 401 || response.status === 403) return 'refused';
    if (!response.ok || !response.body) return 'lost';
    onOpen();
    const events = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream({ onComment: alive }))
      .getReader();
    for (;;) {
      const { done, value } = await events.read();
      if (done) return 'ended';
      alive();
      onTold({ event: value.event ?? 'message', data: JSON.parse(value.data) as Told['data'] }, value.id);
    }
  } catch {
    return 'lost';
  } finally {
    window.clearTimeout(timer);
  }
}

function headersOf(lastId: string): Record<string, string> {
  const { key } = signedIn();
  return { ...(key ? { authorization: `Bearer ${key}` } : {}), ...(lastId ? { 'last-event-id': lastId } : {}) };
}

/** Half of it at least; the rest by chance, so that not all tabs come back at once. */
const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms / 2 + (Math.random() * ms) / 2);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
