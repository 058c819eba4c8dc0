import { createTransport } from 'nodemailer';
import type { AlertChannel, ChannelKind } from '#store';
import type { Runtime } from '../runtime.ts';
import { letterOf, type Notice } from './notice.ts';
import { signedHeaders } from './signature.ts';

const TIMEOUT_MS = 10_000;

/** Where notices go, with its secret open. */
export interface Outlet {
  kind: ChannelKind;
  target: string;
  secret: string | null;
}

export const outletOf = ({ hub }: Runtime, { kind, target, secret }: AlertChannel): Outlet => ({
  kind,
  target,
  secret: secret && hub.sealer.open(secret).toString(),
});

export interface Parcel {
  /** The same on every try. */
  id: string;
  notices: Notice[];
  body: string;
}

/** A single notice is its own message; what was held back comes as one. */
export function parcelOf(id: string, notices: Notice[]): Parcel {
  const [first] = notices;
  const message = notices.length === 1 ? first : { type: 'alert.digest', timestamp: new Date(), data: { notices } };
  return { id, notices, body: JSON.stringify(message) };
}

/** What was wrong, or `null` where the receiver took it. */
export function send(runtime: Runtime, outlet: Outlet, parcel: Parcel): Promise<string | null> {
  return outlet.kind === 'webhook' ? post(outlet, parcel) : mail(runtime, outlet, parcel);
}

/** A redirect is no answer: it could lead anywhere. */
async function post({ target, secret }: Outlet, { id, body }: Parcel): Promise<string | null> {
  try {
    const response = await fetch(target, {
      method: 'POST',
      headers: signedHeaders(secret ?? '', id, body, new Date()),
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok ? null : `HTTP ${response.status}`;
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return cause?.code ?? name;
  }
}

/** A fault names what went wrong and what the server answered; the server's address and password stay out. */
async function mail({ env, hub }: Runtime, { target }: Outlet, { id, notices }: Parcel): Promise<string | null> {
  const { SMTP_URL: url, SMTP_FROM: from } = env;
  if (!url) return 'SMTP_URL belum diatur';
  const limits = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const transport = createTransport({ url, ...limits, disableFileAccess: true, disableUrlAccess: true });
  try {
    // Of one id the receiver's programs show one letter, though it be sent again.
    const messageId = `<${id}@${new URL(hub.publicUrl).hostname}>`;
    await transport.sendMail({ from, to: target, messageId, ...letterOf(notices, hub.publicUrl) });
    return null;
  } catch (error) {
    const { code = 'SMTP', responseCode } = error as { code?: string; responseCode?: number };
    return responseCode === undefined ? code : `${code}: SMTP ${responseCode}`;
  } finally {
    transport.close();
  }
}
