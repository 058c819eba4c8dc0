import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadProfile, type OutgoingOf } from '#connector';
import { LaporMasbupMapper } from './mapper.ts';
import { LaporMasbupSettings } from './settings.ts';

const PROFILE = readFileSync('config/connectors/lapor-masbup.yaml', 'utf8');
const mapperOf = (profile: string) =>
  new LaporMasbupMapper(
    loadProfile(LaporMasbupSettings, profile, 'lapor-masbup.yaml', {
      LAPOR_MASBUP_BASE_URL: 'http://rumah.test',
      LAPOR_MASBUP_TOKEN: 'token',
      LAPOR_MASBUP_WEBHOOK_SECRET: `whsec_${btoa('rahasia-simulator')}`,
    }),
  );
const mapper = mapperOf(PROFILE);
const AT = '2026-01-05T01:00:00Z';
const LOCAL = '2026-01-05T08:00:00.000+07:00';
const base = { deliveryId: 'k-1', at: AT };

describe('a complaint of elsewhere', () => {
  const reporter = { name: 'Warga Contoh' };
  const created = (anonim: boolean) =>
    mapper.toComplaint({
      ...base,
      reference: 'LG-1',
      originExternalId: 'LG-1',
      trackingUrl: 'http://hub.test/lacak/x',
      reporter,
      attachments: [{ id: 'f1', url: 'http://hub.test/f1', mime: 'image/png', size: 3, open: null }],
      complaint: { text: 'Retak', category: null, marks: { anonim, rahasia: false }, openedAt: AT },
    } as unknown as OutgoingOf<'opened'>);

  test('says when by the clock of the platform, and its files by their address alone', () => {
    expect(created(false)).toMatchObject({
      deliveryId: 'k-1',
      reference: 'LG-1',
      openedAt: LOCAL,
      reporter,
      attachments: [{ id: 'f1', url: 'http://hub.test/f1', mime: 'image/png', size: 3 }],
    });
    expect(created(false).attachments[0]).not.toHaveProperty('open');
  });

  test('says nobody’s name where that is to stay unknown, whoever hands it over', () => {
    expect(created(true).reporter).toBeNull();
  });
});

test('a reply names its office and where it was given; what the reporter says names nobody', () => {
  const said = { ...base, text: 'Baik', attachments: [] };
  const reply = { ...said, kind: 'replied', author: { role: 'office', name: 'Dinas' }, source: 'laporgub' };
  expect(mapper.toReply(reply as unknown as OutgoingOf<'replied'>)).toEqual({
    deliveryId: 'k-1',
    text: 'Baik',
    at: LOCAL,
    author: 'Dinas',
    source: 'laporgub',
    attachments: [],
  });
  const followUp = { ...said, kind: 'followed_up', author: { role: 'citizen', name: 'Warga' }, source: 'laporgub' };
  expect(mapper.toReply(followUp as unknown as OutgoingOf<'followed_up'>)).toEqual({
    deliveryId: 'k-1',
    text: 'Baik',
    at: LOCAL,
    attachments: [],
  });
});

test.each<[Partial<OutgoingOf<'status_changed'>>, object]>([
  [{ status: 'in_progress' }, { word: 'diproses', meant: 'Diproses', reason: undefined }],
  [
    { status: 'resolved', outcome: 'dijadwalkan' },
    { word: 'selesai', meant: 'Selesai', reason: 'Dijadwalkan' },
  ],
  [
    { status: 'rejected', rejection: 'duplikat' },
    { meant: 'Ditolak', reason: 'Duplikat' },
  ],
])('the status %j is said in the platform’s word, ours and how it ended', (status, expected) => {
  const outgoing = { ...base, outcome: null, rejection: null, note: 'Catatan', source: 'laporgub', ...status };
  expect(mapper.toStatus(outgoing as OutgoingOf<'status_changed'>)).toMatchObject({
    deliveryId: 'k-1',
    note: 'Catatan',
    source: 'laporgub',
    at: LOCAL,
    ...expected,
  });
});

test('a platform with words of its own for how it ended is told by them', () => {
  const worded = mapperOf(
    PROFILE.replace('rejected: ditolak,', 'rejected: { spam: sampah, otherwise: ditolak },').replace(
      'resolved: selesai,',
      'resolved: { dijadwalkan: terjadwal, otherwise: selesai },',
    ),
  );
  const wordOf = (status: Partial<OutgoingOf<'status_changed'>>) =>
    worded.toStatus({ ...base, outcome: null, rejection: null, ...status } as OutgoingOf<'status_changed'>).word;
  expect(wordOf({ status: 'resolved', outcome: 'dijadwalkan' })).toBe('terjadwal');
  expect(wordOf({ status: 'rejected', rejection: 'spam' })).toBe('sampah');
  expect(wordOf({ status: 'rejected', rejection: 'duplikat' })).toBe('ditolak');
});

test('a complaint that is handed back says why, in place of how it ended', () => {
  const outgoing = { ...base, kind: 'returned', reason: 'Bukan jalan provinsi', source: 'laporgub' };
  expect(mapper.toReturn(outgoing as unknown as OutgoingOf<'returned'>)).toEqual({
    deliveryId: 'k-1',
    word: 'dikembalikan',
    meant: 'Dikembalikan',
    note: 'Bukan jalan provinsi',
    reason: undefined,
    source: 'laporgub',
    at: LOCAL,
  });
});

test('where else it lives is said by platform, number and page', () => {
  const outgoing = { ...base, kind: 'linked', instance: 'laporgub', externalId: 'LG-1', url: 'http://prov.test/LG-1' };
  expect(mapper.toLink(outgoing as unknown as OutgoingOf<'linked'>)).toEqual({
    deliveryId: 'k-1',
    platform: 'laporgub',
    number: 'LG-1',
    url: 'http://prov.test/LG-1',
  });
});

test('what shows no change that can be read moves the reading nowhere', async () => {
  const values = [{ diubah: LOCAL }, { diubah: null }, 'rusak', {}];
  expect(await mapper.changesOf(values)).toEqual([LOCAL]);
});
