import type { User } from './simulated-users.ts';

/** What may be posted to `messages`, as far as the simulator looks at it. */
export interface SendBody {
  messaging_product?: string;
  to?: string;
  recipient?: string;
  type: string;
  text?: { body?: string };
  image?: { id?: string; caption?: string };
  interactive?: { body?: { text?: string }; action?: { buttons?: { reply: { id: string; title: string } }[] } };
  template?: {
    name?: string;
    language?: { code?: string };
    components?: { type: string; parameters?: { type: string; text?: string }[] }[];
  };
  biz_opaque_callback_data?: string;
}

interface Refused {
  status: number;
  code: number;
  message: string;
}

const MAGIC: Record<string, Refused> = {
  '9029': { status: 400, code: 130429, message: 'Rate limit hit' },
  '9190': { status: 401, code: 190, message: 'Error validating access token' },
  '9368': { status: 403, code: 368, message: 'Temporarily blocked for policies violations' },
};

/** What is wrong with a message; `null` where it is taken. */
export function refusalOf(
  body: SendBody,
  user: User | undefined,
  templates: ReadonlyMap<string, { status: string; places: number }>,
  media: ReadonlyMap<string, number>,
): Refused | null {
  const wrong = (message: string, code = 100): Refused => ({ status: 400, code, message });
  if (body.messaging_product !== 'whatsapp') return wrong('messaging_product is required');
  if (body.to !== undefined && !/^\+\d{6,15}$/.test(body.to)) return wrong('Invalid phone number', 131009);
  if (body.to === undefined && body.recipient === undefined) return wrong('to is required', 131008);
  const magic = MAGIC[user?.phone?.slice(-4) ?? ''];
  if (magic) return magic;
  switch (body.type) {
    case 'text':
      return lengthFault(body.text?.body, 4096) ? wrong('text.body must be 1 to 4096 characters') : null;
    case 'image':
      if (!media.has(body.image?.id ?? '')) return wrong('Media not found', 131053);
      return (body.image?.caption?.length ?? 0) > 1024 ? wrong('caption too long') : null;
    case 'interactive': {
      const buttons = body.interactive?.action?.buttons ?? [];
      if (buttons.length < 1 || buttons.length > 3) return wrong('1 to 3 buttons');
      if (buttons.some(({ reply }) => reply.title.length > 20)) return wrong('button title too long');
      return lengthFault(body.interactive?.body?.text, 1024) ? wrong('body.text must be 1 to 1024 characters') : null;
    }
    case 'template':
      return templateFault(body, templates);
    default:
      return wrong('Unsupported message type', 131051);
  }
}

function templateFault({ template }: SendBody, templates: ReadonlyMap<string, { status: string; places: number }>) {
  const known = templates.get(template?.name ?? '');
  if (!known || template?.language?.code !== 'id')
    return { status: 404, code: 132001, message: 'Template name does not exist in the translation' };
  if (known.status !== 'APPROVED') return { status: 400, code: 132015, message: 'Template is paused' };
  const parameters = template.components?.find(({ type }) => type === 'body')?.parameters ?? [];
  if (parameters.length !== known.places)
    return { status: 400, code: 132000, message: 'Number of parameters does not match' };
  if (parameters.some(({ text }) => !text || /[\n\t]| {5}/.test(text)))
    return { status: 400, code: 132012, message: 'Parameter format does not match' };
  return null;
}

const lengthFault = (text: string | undefined, most: number): boolean => !text || text.length > most;

/** What the person reads. */
export function textOf({ type, text, image, interactive, template }: SendBody): string {
  if (type === 'text') return text?.body ?? '';
  if (type === 'image') return `[foto] ${image?.caption ?? ''}`;
  if (type === 'interactive') {
    const buttons = interactive?.action?.buttons?.map(({ reply }) => `[${reply.title}]`).join(' ') ?? '';
    return `${interactive?.body?.text ?? ''} ${buttons}`;
  }
  const words = template?.components?.flatMap(({ parameters = [] }) => parameters.map(({ text: word }) => word)) ?? [];
  return `[templat ${template?.name}] ${words.join(' · ')}`;
}
