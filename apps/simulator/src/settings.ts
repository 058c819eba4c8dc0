import { SIMULATORS } from '#connectors/simulators';

export interface SimulatorSettings {
  hubUrl: string;
  /** By connector name; `page` is the page for people. */
  ports: Record<string, number>;
}

const FIRST_PORT = 4010;

/** Ports 4010, 4020 ... in the order of the list unless SIMULATOR_<NAME>_PORT says otherwise; the page is on 4000. */
export function settingsFrom(env: Record<string, string | undefined>): SimulatorSettings {
  const ports: Record<string, number> = { page: port(env, 'SIMULATOR_PORT', 4000) };
  for (const [index, name] of Object.keys(SIMULATORS).entries()) {
    const variable = `SIMULATOR_${name.toUpperCase().replaceAll('-', '_')}_PORT`;
    ports[name] = port(env, variable, FIRST_PORT + index * 10);
  }
  return { hubUrl: env['HUB_URL'] || 'http://127.0.0.1:3000', ports };
}

function port(env: Record<string, string | undefined>, variable: string, otherwise: number): number {
  const value = env[variable] || String(otherwise);
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new Error(`${variable} bukan nomor port: ${value}`);
  return Number(value);
}
