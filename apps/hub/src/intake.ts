import { INTAKE, type Intake } from '#sync';
import { type Knowledge, understand } from '#text';
import { isInRegency } from '#config/bounds';
import type { Env } from '#config/env';

/** How what people say on channels becomes complaints here. */
export function intakeOf(env: Env, knowledge: Knowledge, now: () => Date): Intake {
  return {
    rules: { ...INTAKE, quietMs: env.INTAKE_QUIET, answerMs: env.INTAKE_ANSWER_WITHIN },
    understand: (text, on) => understand(text, knowledge, on),
    applied: knowledge.rules.apply,
    isHere: isInRegency,
    now,
  };
}
