import { ConnectorError, type RawRequest } from '#connector';
import {
  audit,
  type AuditRow,
  type Db,
  keep,
  keepNews,
  type Kept,
  type NewMessage,
  persistently,
  touchHeard,
  transaction,
} from '#store';
import { type Hub, instanceOf } from './hub.ts';

/** How many messages one transaction keeps at the most. */
const GROUP = 500;

/** So long after a failure a sender is better served elsewhere. */
const DISTRUSTED_MS = 5_000;

/** Headers worth keeping: never a signature, never a credential. */
const KEPT_HEADERS = /^(content-type|.*(event|delivery|webhook-id|webhook-timestamp|topic))$/;

interface OwnMessage {
  /** The same for the same words of one form that is sent twice. */
  deliveryId: string;
  body: Buffer;
  traceId: string;
}

interface Waiting {
  message: NewMessage;
  resolve: (kept: Kept) => void;
  reject: (error: unknown) => void;
}

/**
 * Hop 1, pushed to us: prove who sent it, keep it, answer. Nothing is interpreted before it is safe.
 *
 * Messages that arrive while a transaction is under way are kept together by the next one: a commit costs the same for
 * one as for a hundred, and none is acknowledged before its own commit.
 */
export class Receiver {
  private waiting: Waiting[] = [];
  private readonly refused = new Map<string, number>();
  private busy = false;
  private failedAt: number | null = null;

  /** `onKept` is told the instances that have something new, after the commit. */
  constructor(
    private readonly hub: Hub,
    private readonly onKept: (instances: Set<string>) => void,
  ) {}

  /**
   * Resolves once the message is committed. Throws `unauthorized` where the signature is not the platform's, and the
   * database's own error where it can't be kept: the sender has to come again.
   */
  async receive(name: string, request: RawRequest, traceId: string): Promise<Kept> {
    const { connection } = instanceOf(this.hub, name);
    if (!connection.verify) throw new ConnectorError('rejected', `${name} tidak mengirim webhook`);
    const deliveryId = this.verified(name, () => connection.verify?.(request).deliveryId ?? '');
    const message: NewMessage = {
      instance: name,
      kind: 'webhook',
      deliveryId,
      headers: keptHeaders(request.headers),
      body: this.hub.sealer.seal(request.body),
      bodyHash: this.hub.sealer.hash(request.body),
      traceId,
    };
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, resolve, reject });
      if (!this.busy) void this.flush();
    });
  }

  /** False for a while after a message could not be kept: a full disk is read from as if nothing were. */
  get canKeep(): boolean {
    return this.failedAt === null || Date.now() - this.failedAt > DISTRUSTED_MS;
  }

  /**
   * Keeps what was told to the hub by a page of its own: like a webhook, but that nobody else has to be proven.
   * `alongside` is written in the same transaction.
   */
  async receiveOwn(name: string, said: OwnMessage, alongside: (tx: Db) => Promise<void>): Promise<Kept> {
    const { body, ...rest } = said;
    const { sealer, pool } = this.hub;
    // The id stands for what was said; when it was said differs between two of the same.
    const sealed = { body: sealer.seal(body), bodyHash: sealer.hash(rest.deliveryId) };
    const message: NewMessage = { instance: name, kind: 'webhook', headers: {}, ...rest, ...sealed };
    const kept = await transaction(pool, async (tx) => {
      await alongside(tx);
      const [first = 'duplicate'] = await keep(tx, [message]);
      await audit(tx, [receivedRow(message, first)]);
      await touchHeard(tx, name);
      return first;
    });
    this.onKept(new Set([name]));
    return kept;
  }

  private verified(name: string, verify: () => string): string {
    try {
      return verify();
    } catch (error) {
      if (error instanceof ConnectorError && error.failure === 'unauthorized') {
        this.refused.set(name, (this.refused.get(name) ?? 0) + 1);
        if (this.refused.get(name) === 1) setTimeout(() => void this.auditRefused(), 1_000).unref();
      }
      throw error;
    }
  }

  /** One row per instance and second, however many knock: a flood of bad signatures must not fill the disk. */
  private async auditRefused(): Promise<void> {
    const rows = [...this.refused].map(([instance, count]): AuditRow => {
      const detail = `${count} kiriman ditolak: tanda tangan tidak sah`;
      return { hop: 'receive', direction: 'in', instance, outcome: 'unauthorized', detail, traceId: '-' };
    });
    this.refused.clear();
    await audit(this.hub.pool, rows).catch((error: unknown) => {
      this.hub.log.warn({ 'error.message': String(error) }, 'receive.audit_refused_failed');
    });
  }

  private async flush(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, GROUP);
      const messages = group.map(({ message }) => message);
      try {
        const news = await persistently(() => keepNews(this.hub.pool, messages));
        const kept: Kept[] = news.size === messages.length ? [] : await this.keepAgain(messages, news);
        for (const [index, { resolve }] of group.entries()) resolve(kept[index] ?? 'new');
        this.failedAt = null;
        this.onKept(new Set(messages.map(({ instance }) => instance)));
      } catch (error) {
        this.failedAt = Date.now();
        for (const { reject } of group) reject(error);
      }
    }
    this.busy = false;
  }

  /** What came again: a duplicate, or another body under the same id. */
  private keepAgain(messages: NewMessage[], news: ReadonlySet<number>): Promise<Kept[]> {
    const repeated = messages.flatMap((message, index) => (news.has(index) ? [] : [{ message, index }]));
    return transaction(this.hub.pool, async (tx) => {
      const results = await keep(
        tx,
        repeated.map(({ message }) => message),
      );
      const rows = repeated.map(({ message }, at) => receivedRow(message, results[at] ?? 'duplicate'));
      await audit(tx, rows);
      for (const name of new Set(repeated.map(({ message }) => message.instance))) await touchHeard(tx, name);
      const kept: Kept[] = messages.map(() => 'new');
      for (const [at, { index }] of repeated.entries()) kept[index] = results[at] ?? 'duplicate';
      return kept;
    });
  }
}

export function receivedRow({ instance, deliveryId, traceId, kind }: NewMessage, kept: Kept): AuditRow {
  const outcome = kept === 'new' ? 'ok' : kept;
  return { hop: 'receive', direction: 'in', instance, eventId: deliveryId, eventType: kind, outcome, traceId };
}

function keptHeaders(headers: RawRequest['headers']): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && KEPT_HEADERS.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, (value ?? '').slice(0, 200)]));
}
