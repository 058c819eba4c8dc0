import createClient from 'openapi-fetch';
import { forget, recall, signedIn } from '../session/session.ts';
import { heard, say } from '../words/words.ts';
import { noteAnswer } from './reach.ts';
import type { components, paths } from './schema.d.ts';

export type Shown<Name extends keyof components['schemas']> = components['schemas'][Name];
type Problem = Shown<'Problem'>;

/** The browser's session is another one than this page's: somebody signed in anew in another tab. */
const OTHER_SESSION = /"type":"[^"]*:other-session"/;

/** What is done says itself where it failed; what is asked for now and then fails unseen. */
const isAsked = ({ method }: Request): boolean => method === 'GET';

export const api = createClient<paths>();

api.use({
  onRequest: ({ request }) => {
    const { key, csrf } = signedIn();
    if (key) request.headers.set('authorization', `Bearer ${key}`);
    if (csrf) request.headers.set('x-csrf-token', csrf);
    return request;
  },
  onError: ({ request, error }) => {
    if (isAsked(request) && error instanceof TypeError) noteAnswer(null);
  },
  onResponse: async ({ request, response }) => {
    if (isAsked(request)) noteAnswer(response.status);
    if (response.status === 401) forget();
    if (response.status !== 403) return;
    const said = response.clone().text();
    if (OTHER_SESSION.test(await said.catch(() => ''))) await recall();
  },
});

/** An answer that is not what was asked for, in the hub's own words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    super(saidBy(problem) ?? `${say('state.unreachable')} (HTTP ${status})`);
  }
}

/** What is wrong with each field says more than that something is. */
const saidBy = ({ detail, errors }: Partial<Problem>): string | undefined =>
  errors?.map(({ field, message }) => `${field}: ${heard(message)}`).join('; ') || heard(detail);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

export async function answerOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch(unreached);
  if (response.ok) return data as T;
  throw new Refusal(response.status, typeof error === 'object' && error !== null ? error : {});
}

/** The browser says in English of its own that nobody answered. */
function unreached(cause: unknown): never {
  if (!(cause instanceof TypeError)) throw cause;
  throw new Error(`${say('state.unreachable')}. ${say('state.unreachable.what')}`, { cause });
}
