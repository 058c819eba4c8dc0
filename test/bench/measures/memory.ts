import { memoryOf } from '../facts.ts';
import { type Figure, atMost } from '../figures.ts';

const AIM_MIB = 250;

/** What the hub keeps after all of the load, and the most it ever kept meanwhile. */
export function memoryFigures(hubPid: number, floorPid: number | null): Figure[] {
  const hub = memoryOf(hubPid);
  const floor = floorPid === null ? null : memoryOf(floorPid);
  return [
    {
      name: 'resident memory after the load',
      unit: 'MiB',
      hub: hub.now,
      floor: floor?.now,
      aim: atMost(hub.now, AIM_MIB, 'MiB'),
    },
    { name: 'resident memory at its peak', unit: 'MiB', hub: hub.peak, floor: floor?.peak },
  ];
}
