import type { Instance } from '../../api/instances.ts';
import { Mark, type Tone } from '../../parts/status.tsx';
import { heard, type Key, say, useLanguage } from '../../words/words.ts';

interface Diagnosis {
  tone: Tone;
  word: Key;
  reason: string | null;
}

/** The worst that is true of a platform now. */
export function healthOf(instance: Instance): Diagnosis {
  const { counts, breaker } = instance;
  if (instance.state === 'paused') return { tone: 'bad', word: 'health.paused', reason: heard(instance.paused_reason) };
  if (breaker.open)
    return { tone: 'bad', word: 'health.away', reason: say('health.away.what', { count: breaker.failures }) };
  if (instance.throttled_until) return { tone: 'warn', word: 'health.throttled', reason: null };
  if (instance.poll_error) return { tone: 'warn', word: 'health.unread', reason: heard(instance.poll_error) };
  if (counts.parked + counts.uncertain + counts.messages_parked > 0)
    return { tone: 'warn', word: 'health.waiting', reason: null };
  return { tone: 'ok', word: 'health.well', reason: null };
}

export function Health({ instance }: { instance: Instance }) {
  useLanguage();
  const { tone, word } = healthOf(instance);
  return <Mark tone={tone}>{say(word)}</Mark>;
}
