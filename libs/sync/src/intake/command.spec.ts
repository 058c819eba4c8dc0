import { expect, test } from '@jest/globals';
import { readCommand } from './command.ts';

test.each([
  ['STATUS', { kind: 'status', code: null }],
  ['status SA-2026-000042', { kind: 'status', code: 'SA-2026-000042' }],
  ['Status aduan SA-2026-000042 ?', { kind: 'status', code: 'SA-2026-000042' }],
  ['BARU', { kind: 'new', rest: '' }],
  ['baru', { kind: 'new', rest: '' }],
  ['BARU: lampu jalan mati', { kind: 'new', rest: 'lampu jalan mati' }],
  ['belum', { kind: 'not_done' }],
  ['Belum selesai.', { kind: 'not_done' }],
])('%s is a command', (text, command) => {
  expect(readCommand(text)).toEqual(command);
});

test.each([
  ['baru kemarin jalan ini ditambal sudah rusak lagi'],
  ['baru, tapi sudah rusak'],
  ['status jalan depan pasar itu milik siapa pak'],
  ['belum diperbaiki sampai sekarang'],
  ['belum selesai pak, masih bolong'],
  [''],
])('%j is what somebody has to say', (text) => {
  expect(readCommand(text)).toBeNull();
});

test('a pressed button counts, whatever stood on it', () => {
  expect(readCommand('Belum selesai', 'belum')).toEqual({ kind: 'not_done' });
  expect(readCommand('STATUS', 'tombol-lain')).toEqual({ kind: 'status', code: null });
});
