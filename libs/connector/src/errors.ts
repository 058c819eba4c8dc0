import type { SaidFailure } from '#complaint';

/** What went wrong on the other side, named by who can do something about it. */
export const FAILURES = {
  unavailable: { retry: true, pause: false, actor: 'nobody' },
  throttled: { retry: true, pause: false, actor: 'nobody' },
  unauthorized: { retry: false, pause: true, actor: 'operator' },
  rejected: { retry: false, pause: false, actor: 'operator' },
  malformed: { retry: false, pause: false, actor: 'developer' },
} as const;

export type Failure = keyof typeof FAILURES;

interface FailureDetails {
  /** What the platform really said; logged only, never shown or kept. */
  cause?: unknown;
  /** When the platform asked us to come back. */
  retryAt?: Date | undefined;
  /** True where the platform may have done what we asked although we did not hear so. */
  uncertain?: boolean | undefined;
  /** True where the case itself is no longer there (404, 410). */
  gone?: boolean | undefined;
  /** True where the case stands otherwise there than the write took it to (409, 412). */
  conflict?: boolean | undefined;
  /** Of `throttled`: true where this one conversation has to wait and no other. */
  isNarrow?: boolean | undefined;
  /** Of `rejected`, for what is said on a channel: what can be done about it. */
  why?: SaidFailure | undefined;
}

/**
 * The only error a connector throws.
 *
 * `message` is read by operators and kept in the audit: plain Indonesian, no secret, no citizen's data. What the
 * platform really said goes in `cause`, which is logged only.
 */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly retryAt: Date | undefined;
  readonly uncertain: boolean;
  readonly gone: boolean;
  readonly conflict: boolean;
  readonly isNarrow: boolean;
  readonly why: SaidFailure | undefined;

  constructor(
    readonly failure: Failure,
    message: string,
    { cause, retryAt, uncertain = false, gone = false, conflict = false, isNarrow = false, why }: FailureDetails = {},
  ) {
    super(message, { cause });
    this.retryAt = retryAt;
    this.uncertain = uncertain;
    this.gone = gone;
    this.conflict = conflict;
    this.isNarrow = isNarrow;
    this.why = why;
  }
}
