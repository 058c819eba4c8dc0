/** What is mutated, and the tests that should notice. */
export interface Area {
  name: string;
  files: string[];
  specs: string[];
  needsDatabase?: boolean;
  /** How often a property is tried; by itself it is tried ten thousand times. */
  runs?: number;
}

export const AREAS: Area[] = [
  {
    name: 'signatures',
    files: ['libs/connector/src/webhook.ts'],
    specs: ['libs/connector/src/webhook.spec.ts', 'libs/connector/src/channel/signatures.spec.ts'],
  },
  {
    name: 'retry',
    files: ['libs/sync/src/retry.ts', 'libs/connector/src/wire/retry-after.ts'],
    specs: ['libs/sync/src/retry.spec.ts', 'libs/connector/src/wire/retry-after.spec.ts'],
  },
  {
    name: 'failures',
    files: ['libs/connector/src/wire/failures.ts'],
    specs: ['libs/connector/src/wire/client.spec.ts', 'libs/connector/src/wire/failures.spec.ts'],
  },
  {
    name: 'rules',
    files: ['libs/complaint/src/apply.ts', 'libs/complaint/src/route.ts'],
    specs: ['libs/complaint/src/apply.spec.ts', 'libs/complaint/src/route.spec.ts'],
  },
  { name: 'order', files: ['libs/sync/src/lanes.ts'], specs: ['libs/sync/src/lanes.spec.ts'] },
  {
    name: 'dedupe and echo',
    files: ['libs/sync/src/take.ts', 'libs/sync/src/stated.ts'],
    specs: [
      'test/engine/news.spec.ts',
      'libs/sync/src/stated.spec.ts',
      'test/engine/taking.spec.ts',
      'test/engine/taking-anew.spec.ts',
    ],
  },
  {
    name: 'what comes before its time',
    files: ['libs/sync/src/place.ts'],
    specs: ['libs/sync/src/place.spec.ts', 'test/engine/obstacles.spec.ts'],
    needsDatabase: true,
  },
  {
    name: 'polling',
    files: [
      'libs/connectors/src/laporgub/pages.ts',
      'libs/connectors/src/lapor-masbup/pages.ts',
      'libs/connectors/src/smartdpu/feed.ts',
    ],
    specs: [
      'libs/connectors/src/laporgub/rounds.spec.ts',
      'libs/connectors/src/lapor-masbup/pages.spec.ts',
      'libs/connectors/src/smartdpu/feed.spec.ts',
      'test/properties/polling.spec.ts',
    ],
    runs: 100,
  },
  {
    name: 'mapping of Lapor MasBuP',
    files: ['libs/connectors/src/lapor-masbup/mapper.ts'],
    specs: [
      'libs/connectors/src/lapor-masbup/mapper.spec.ts',
      'libs/connectors/src/lapor-masbup/lapor-masbup.spec.ts',
      'libs/connectors/src/lapor-masbup/peculiar.spec.ts',
    ],
  },
  {
    name: 'mapping of LaporGub',
    files: ['libs/connectors/src/laporgub/mapper.ts', 'libs/connectors/src/laporgub/text.ts'],
    specs: [
      'libs/connectors/src/laporgub/laporgub.spec.ts',
      'libs/connectors/src/laporgub/words.spec.ts',
      'libs/connectors/src/laporgub/text.spec.ts',
    ],
  },
  {
    name: 'mapping of SMARTDPU',
    files: ['libs/connectors/src/smartdpu/mapper.ts'],
    specs: [
      'libs/connectors/src/smartdpu/smartdpu.spec.ts',
      'libs/connectors/src/smartdpu/mapper.spec.ts',
      'libs/connectors/src/smartdpu/wording.spec.ts',
    ],
  },
];
