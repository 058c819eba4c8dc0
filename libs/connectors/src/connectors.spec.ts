import { Test } from '@nestjs/testing';
import type { Adapter } from '#connector';
import { CONNECTORS, ConnectorsModule } from './index.ts';
import { SIMULATORS } from './simulators.ts';

test('every connector of the list is an adapter of its name, and has its simulator', async () => {
  const application = await Test.createTestingModule({ imports: [ConnectorsModule] }).compile();
  const adapters = application.get<readonly Adapter[]>(CONNECTORS);
  await application.close();
  expect(adapters.map(({ name }) => name)).toEqual([
    'lapor-masbup',
    'laporgub',
    'smartdpu',
    'whatsapp',
    'instagram',
    'facebook',
    'tiktok',
  ]);
  expect(Object.keys(SIMULATORS)).toEqual(adapters.map(({ name }) => name));
  expect(Object.entries(SIMULATORS).map(([, Simulator]) => new Simulator().name)).toEqual(Object.keys(SIMULATORS));
});
