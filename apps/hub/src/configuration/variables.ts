import { scalarsOf, secretsOf, variablesIn, type WireProfile } from '#connector';
import { secretsOfInstance, type Sealer, type StoredSecret } from '#store';
import type { Pool } from 'pg';
import { parse } from 'yaml';
import type { ProfileFile } from '#config/profiles';

type Values = Readonly<Record<string, string | undefined>>;

/** What the variables of one instance's profile stand for. */
export interface Variables {
  /** Of the environment, only what the instance's own file names: a saved text must not reach the hub's own secrets. */
  environment: Values;
  saved: ReadonlyMap<string, SavedValue>;
}

interface SavedValue extends Omit<StoredSecret, 'value' | 'previous'> {
  value: string;
  previous: string | null;
}

export async function variablesOf(
  name: string,
  file: ProfileFile | null,
  { pool, sealer, environment }: { pool: Pool; sealer: Sealer; environment: Values },
): Promise<Variables> {
  const open = (sealed: Buffer): string => sealer.open(sealed).toString('utf8');
  const saved = (await secretsOfInstance(pool, name)).map(({ value, previous, ...secret }): [string, SavedValue] => [
    secret.name,
    { ...secret, value: open(value), previous: previous && open(previous) },
  ]);
  const named = file ? variablesIn(file.text) : [];
  return {
    environment: Object.fromEntries(named.map((variable) => [variable, environment[variable]])),
    saved: new Map(saved),
  };
}

/** What is saved overrides the environment. */
export const valuesOf = ({ environment, saved }: Variables): Values => ({
  ...environment,
  ...Object.fromEntries([...saved].map(([name, { value }]) => [name, value])),
});

/** Stands for a secret in a trial; of the form that a webhook secret has to have. */
export const NO_SECRET = 'contohrahasiasimpuladuan';

/** The variables with a stand-in for each value that `settings`, made of them, don't say openly. */
export function veiled({ environment, saved }: Variables, settings: object): Variables {
  const secrets = new Set(secretsOf(settings));
  const open = scalarsOf(settings).filter((text) => !secrets.has(text));
  const veil = (value: string): string => {
    if (open.some((text) => text.includes(value))) return value;
    return value.startsWith('whsec_') ? `whsec_${NO_SECRET}` : NO_SECRET;
  };
  return {
    environment: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value && veil(value)])),
    saved: new Map([...saved].map(([name, kept]) => [name, { ...kept, value: veil(kept.value), previous: null }])),
  };
}

const ONE_VARIABLE = /^\$\{([A-Za-z_]\w*)(?::-[^}]*)?\}$/;

/** The variable that the profile takes its webhook secret from; `null` where it has no webhook or writes it out. */
export function webhookVariable(text: string): string | null {
  const profile = parse(text) as { webhook?: { signature?: { secret?: unknown } } } | null;
  return ONE_VARIABLE.exec(String(profile?.webhook?.signature?.secret))?.[1] ?? null;
}

/** While a webhook secret is being changed, what is signed with the one before is accepted too. */
export function acceptPrevious(settings: WireProfile, text: string, { saved }: Variables): void {
  const previous = settings.webhook && saved.get(webhookVariable(text) ?? '')?.previous;
  if (settings.webhook && previous) settings.webhook.signature.previous_secret = previous;
}
