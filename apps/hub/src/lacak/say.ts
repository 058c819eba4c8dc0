import { createHash } from 'node:crypto';
import type { ComplaintEvent, EventOf } from '#complaint';
import { keepBlob, linkReporter } from '#store';
import type { Kept } from '#store';
import { v7 as uuidv7 } from 'uuid';
import type { Runtime } from '../runtime.ts';
import { fileUrl, LACAK } from './source.ts';

/** What a reporter says on the page. */
export interface Said {
  type: EventOf<'followed_up' | 'confirmed' | 'reopened'>['type'];
  text: string;
  score?: number | undefined;
  file: Buffer | null;
  /** The form's own id: the same words sent twice by it are heard once. */
  formId: string;
}

/** Keeps it, to be ingested, audited and carried to the handling platform like any follow-up. */
export function say(
  { receiver }: Runtime,
  complaint: { id: string; number: string },
  { type, text, score, file, formId }: Said,
  traceId: string,
): Promise<Kept> {
  const sha256 = file && createHash('sha256').update(file).digest();
  const words = createHash('sha256').update(JSON.stringify([type, text, score, sha256?.toString('hex')]));
  const id = `${formId}:${words.digest('hex').slice(0, 16)}`;
  const event: ComplaintEvent = {
    type,
    id,
    externalId: complaint.number,
    at: new Date().toISOString(),
    author: { role: 'citizen' },
    text,
    ...(type === 'followed_up' ? {} : { score }),
    attachments: sha256 ? [{ id: uuidv7(), url: fileUrl(sha256) }] : [],
  };
  const body = Buffer.from(JSON.stringify(event));
  return receiver.receiveOwn(LACAK, { deliveryId: id, body, traceId }, async (tx) => {
    await linkReporter(tx, complaint.id, LACAK, complaint.number);
    if (file && sha256) await keepBlob(tx, { bytes: file, sha256 });
  });
}
