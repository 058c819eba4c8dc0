import type { SessionLimits } from '#store';
import type { Env } from '#config/env';

export const limitsOf = ({ HUB_SESSION_IDLE, HUB_SESSION_LONGEST }: Env): SessionLimits => ({
  idleMs: HUB_SESSION_IDLE,
  longestMs: HUB_SESSION_LONGEST,
});
