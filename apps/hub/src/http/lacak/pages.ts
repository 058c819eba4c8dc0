import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { noPage } from './frame.ts';
import type { PublicComplaint } from './lacak.queries.ts';
import { complaintPage } from './page.ts';
import { codeForm, EMPTY, type Filled, type FormError, reporterForm } from './reporter-form.ts';
import { Sessions } from './session.ts';
import { CONTENT_POLICY } from './style.ts';
import type { Texts } from './texts.ts';
import type { View } from './view.ts';

interface Below {
  /** Of the reporter: the form is theirs. Without it, the way in for who has the code. */
  request?: Request | undefined;
  filled?: Filled;
  isSent?: boolean;
  /** Why the code was not taken. */
  refused?: 'wrong' | 'tooMany' | null;
}

/** Answers with the complaint's page, for everybody or for its reporter. */
@Injectable()
export class Pages {
  readonly sessions: Sessions;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    const { sealer, publicUrl } = runtime.hub;
    this.sessions = new Sessions(sealer, publicUrl.startsWith('https:'));
  }

  view(texts: Texts): View {
    const { instances } = this.runtime.hub;
    return { texts, titleOf: (name) => instances.get(name)?.title ?? name };
  }

  show(response: Response, texts: Texts, token: string, complaint: PublicComplaint, below: Below): void {
    const { request, filled = EMPTY, isSent = false, refused = null } = below;
    const path = `/lacak/${token}`;
    const acts = request
      ? reporterForm(texts, { complaint, path, mark: this.sessions.formMark(request), filled, isSent })
      : codeForm(texts, path, refused);
    const { publicUrl } = this.runtime.hub;
    asPage(response)
      .status(refused ? REFUSED[refused] : statusOf(filled.error))
      .end(complaintPage(complaint, this.view(texts), { path, publicUrl, acts }));
  }

  missing(response: Response, texts: Texts): void {
    asPage(response).status(404).end(noPage(texts));
  }
}

const REFUSED = { wrong: 422, tooMany: 429 };
const statusOf = (error: FormError | null): number => (error === null ? 200 : error === 'often' ? 429 : 422);

export const asPage = (response: Response): Response =>
  response.set({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_POLICY,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
  });
