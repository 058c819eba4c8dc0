import { expect, test } from '@jest/globals';
import { digestOf, letterOf, type Notice } from './notice.ts';

const told = (type: Notice['type'], count: number): Notice => ({
  type,
  timestamp: '2026-11-24T01:00:00Z',
  data: {
    id: 'p1',
    kind: 'deadline_overdue',
    instance: 'laporgub',
    title: 'LaporGub',
    message: `${count} aduan di LaporGub melewati tenggat`,
    count,
    opened_at: '2026-11-23T01:00:00Z',
    closed_at: null,
  },
});

test('a letter says that an alert grew, and to how much', () => {
  const { subject, text } = letterOf([told('alert.grown', 7)], 'https://simpul.test');
  expect(subject).toBe('[Simpul Aduan] Bertambah: LaporGub');
  expect(text).toMatch(/^Bertambah: 7 aduan di LaporGub melewati tenggat\n/);
});

test('what began in a quiet time and grew in it is told once, as it stands', () => {
  expect(digestOf([told('alert.opened', 1), told('alert.grown', 7)])).toEqual([told('alert.grown', 7)]);
});
