import { isRecord } from './decorators.ts';
import type { Report } from './fault.ts';
import { type ExchangeProfile, needsOf, WireProfile } from './wire.ts';

/** Compares a profile with what its connector's code will ask of it. */
export function checkNeeds(profile: ExchangeProfile, report: Report): void {
  const { requests, read, messages = [] } = needsOf(profile);
  named('permintaan', profile.requests, Object.keys(requests), (below, message) =>
    report(['requests', ...below], message),
  );
  for (const [name, fields] of Object.entries(requests)) {
    const request = Object(profile.requests)[name.replace('?', '')] as { answer?: unknown } | undefined;
    if (request && (fields.length > 0 || request.answer !== undefined)) {
      named('bidang jawaban', request.answer ?? {}, fields, (below, message) =>
        report(['requests', name.replace('?', ''), 'answer', ...below], message),
      );
    }
  }
  named('bentuk', profile.read, Object.keys(read), (below, message) => report(['read', ...below], message));
  for (const [name, fields] of Object.entries(read)) {
    const shape = Object(profile.read)[name.replace('?', '')] as unknown;
    if (shape)
      named('bidang', shape, fields, (below, message) => report(['read', name.replace('?', ''), ...below], message));
  }
  const types = profile instanceof WireProfile ? profile.webhook?.types : {};
  for (const [word, kind] of Object.entries(Object(types) as Record<string, unknown>)) {
    if (!messages.includes(String(kind)))
      report(['webhook', 'types', word], `harus salah satu dari: ${messages.join(', ')}`);
  }
}

function named(what: string, map: unknown, names: readonly string[], report: Report): void {
  if (!isRecord(map)) return;
  const known = names.map((name) => name.replace('?', ''));
  for (const name of names) {
    if (!name.endsWith('?') && !Object.hasOwn(map, name)) report([], `${what} ${name} belum ada: tambahkan`);
  }
  for (const name of Object.keys(map)) {
    if (!known.includes(name))
      report([name], `${what} tidak dikenal; yang dikenal: ${known.join(', ') || '(tidak ada)'}`);
  }
}
