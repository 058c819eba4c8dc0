import { INTAKE, type Intake } from '#sync';
import { understand } from '#text';
import type { Env } from '../../../config/env.ts';
import type { Configuration } from '../../../config/profiles.ts';

/** How what people say on channels becomes complaints here. */
export function intakeOf(env: Env, { knowledge }: Configuration, now: () => Date): Intake {
  return {
    rules: { ...INTAKE, quietMs: env.INTAKE_QUIET, answerMs: env.INTAKE_ANSWER_WITHIN },
    understand: (text, on) => understand(text, knowledge, on),
    now,
  };
}
