import type { PlatformSimulator, SimulatorOptions } from '#connector/testing';
import { LaporMasbupSimulator } from './lapor-masbup/simulator.ts';
import { LaporgubSimulator } from './laporgub/simulator.ts';
import { SmartdpuSimulator } from './smartdpu/simulator.ts';

/** Every connector's platform, by the connector's name. */
export const SIMULATORS: Readonly<Record<string, new (options?: SimulatorOptions) => PlatformSimulator>> = {
  'lapor-masbup': LaporMasbupSimulator,
  laporgub: LaporgubSimulator,
  smartdpu: SmartdpuSimulator,
};

export { LaporMasbupSimulator, LaporgubSimulator, SmartdpuSimulator };
