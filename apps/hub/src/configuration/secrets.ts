import { randomBytes } from 'node:crypto';
import { loadProfile, WireProfile } from '#connector';
import { profileOf, putSecret, removeSecret, secretsOfInstance, touchConfiguration, transaction } from '#store';
import type { Actor } from '#sync';
import { changed } from './acts.ts';
import type { LiveConfiguration } from './live.ts';
import { type Variables, valuesOf, webhookVariable } from './variables.ts';

/**
 * Saves values under the names that the profile takes them by; `null` removes one, and the environment's counts again.
 *
 * Throws {@link ProfileError} where the profile could not be live with them. No value comes out of the hub again.
 */
export async function saveSecrets(
  live: LiveConfiguration,
  name: string,
  values: Readonly<Record<string, string | null>>,
  actor: Actor,
): Promise<void> {
  const { pool, sealer } = live.means;
  await checkWith(live, name, values);
  await transaction(pool, async (tx) => {
    await touchConfiguration(tx, profileOf(name));
    for (const [variable, value] of Object.entries(values)) {
      if (value === null) await removeSecret(tx, name, variable);
      else await putSecret(tx, name, variable, { value: sealer.seal(Buffer.from(value)) }, actor);
    }
    await changed(tx, profileOf(name), actor, 'secret', Object.keys(values).join(', '));
  });
  await live.refresh();
}

async function checkWith(live: LiveConfiguration, name: string, values: Readonly<Record<string, string | null>>) {
  const text = (await live.profileVersion(name))?.text ?? '';
  const { adapter, variables } = await live.draft(name);
  const next = { ...valuesOf(variables), ...without(variables, values) };
  loadProfile(adapter.settings, text, `${name}.yaml`, next);
}

/** Removing a saved value brings back what the environment says. */
const without = ({ environment }: Variables, values: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(values).map(([variable, value]) => [variable, value ?? environment[variable]]));

interface Rotated {
  variable: string;
  secret: string;
  previousUntil: Date;
}

const SECRET_BYTES = 32;
/** Each is tried on every webhook. */
const MOST_BEFORE = 5;

/**
 * Makes a new webhook secret; for `overlapMs` the platform may go on signing with the one before, and with any that was
 * still accepted: whoever changes it twice may not have told the platform of the first.
 *
 * `null` where the profile has no webhook, or writes the secret out instead of naming a variable.
 */
export async function rotateWebhookSecret(
  live: LiveConfiguration,
  name: string,
  overlapMs: number,
  actor: Actor,
): Promise<Rotated | null> {
  const { pool, sealer } = live.means;
  const { settings } = await live.draft(name);
  const variable = webhookVariable((await live.profileVersion(name))?.text ?? '');
  if (!(settings instanceof WireProfile) || !settings.webhook || variable === null) return null;
  const { scheme, secret: current } = settings.webhook.signature;
  const bytes = randomBytes(SECRET_BYTES);
  const secret = scheme === 'standard_webhooks' ? `whsec_${bytes.toString('base64')}` : bytes.toString('hex');
  await transaction(pool, async (tx) => {
    await touchConfiguration(tx, profileOf(name));
    const kept = (await secretsOfInstance(tx, name)).find((each) => each.name === variable);
    const open = (sealed: Buffer) => sealer.open(sealed).toString('utf8');
    const before = [kept ? open(kept.value) : current, ...(kept?.previous ? open(kept.previous).split('\n') : [])];
    const previous = { value: sealer.seal(Buffer.from(before.slice(0, MOST_BEFORE).join('\n'))), forMs: overlapMs };
    await putSecret(tx, name, variable, { value: sealer.seal(Buffer.from(secret)), previous }, actor);
    await changed(tx, profileOf(name), actor, 'rotate', variable);
  });
  await live.refresh();
  return { variable, secret, previousUntil: new Date(Date.now() + overlapMs) };
}
