import { expect, test } from '@jest/globals';
import { movementOf } from '../../apps/console/src/api/movement.ts';

const NOW = Date.parse('2026-11-25T03:00:00Z');
const row = (more: object, secondsAgo = 1) => ({
  instance: 'laporgub',
  at: new Date(NOW - secondsAgo * 1_000).toISOString(),
  hop: 'ingest',
  outcome: 'applied',
  event_type: null,
  duration_ms: null,
  ...more,
});

test('what moved in the last minute is told apart: whole complaints, and what is said of one', () => {
  const rows = [
    row({ hop: 'ingest', outcome: 'applied', event_type: 'opened' }),
    row({ hop: 'ingest', outcome: 'kept', event_type: 'replied' }),
    row({ hop: 'ingest', outcome: 'duplicate' }),
    row({ hop: 'deliver', outcome: 'ok', event_type: 'replied', duration_ms: 20 }),
    row({ hop: 'deliver', outcome: 'parked', event_type: 'opened' }),
    row({ hop: 'ingest', outcome: 'applied', event_type: 'opened', instance: 'smartdpu' }),
    row({ hop: 'ingest', outcome: 'applied', event_type: 'opened' }, 61),
  ];
  expect(movementOf(rows, 'laporgub', NOW)).toEqual({
    heard: { all: 2, complaints: 1 },
    sent: { all: 1, complaints: 0 },
    lag: 20,
  });
});
