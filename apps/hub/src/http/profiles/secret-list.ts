import { variablesIn } from '#connector';
import type { LiveConfiguration } from '../../configuration/live.ts';
import { variablesOf } from '../../configuration/variables.ts';
import type { Secret } from './secret.dto.ts';

/** Each variable that the profile names or that is saved, and where its value comes from; never the value. */
export async function secretList(live: LiveConfiguration, name: string): Promise<Secret[]> {
  const { env, ...means } = live.means;
  const text = (await live.profileVersion(name))?.text ?? '';
  const { environment, saved } = await variablesOf(name, live.fileOf(name), { ...means, environment: env.variables });
  const used = variablesIn(text);
  return [...new Set([...used, ...saved.keys()])].map((variable): Secret => {
    const own = saved.get(variable);
    const hasDefault = text.includes(`\${${variable}:-`);
    const origin = own ? 'saved' : environment[variable] ? 'environment' : hasDefault ? 'default' : 'missing';
    return {
      name: variable,
      origin,
      used: used.includes(variable),
      set_by: own?.setBy ?? null,
      set_at: own?.setAt ?? null,
      previous_until: own?.previousUntil ?? null,
    };
  });
}
