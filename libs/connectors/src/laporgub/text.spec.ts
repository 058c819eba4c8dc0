import type { ConnectorError, Location } from '#connector';
import { complaint, opened, settingsOf } from './staged.ts';
import { textFor } from './text.ts';

const settings = settingsOf('http://127.0.0.1:9');
const AREA = '33.03.09.2004';
const written = (text: string, location: Location | null): string =>
  textFor(opened({ complaint: complaint({ text, location }) }), settings).replace(/\n\nPerkembangan aduan: .*$/, '');

const LONG = 'Jalan di depan pasar rekaan berlubang dalam, mohon segera.';
const SHORT = 'jln dpn pasar rekaan bolong';

test.each<[string, string, Location, string]>([
  ['a text that is long enough goes as it is', LONG, { areaCode: AREA, address: 'Jalan Rekaan 1' }, LONG],
  [
    'a short one gets the place that is known, from the address up to the kecamatan',
    SHORT,
    {
      areaCode: AREA,
      address: 'Jalan Rekaan 1',
      road: 'Purbalingga-Bobotsari',
      desa: 'Gandasuli',
      kecamatan: 'Bobotsari',
    },
    `${SHORT}\nLokasi: Jalan Rekaan 1, Purbalingga-Bobotsari, Gandasuli, Bobotsari`,
  ],
  [
    'what the text says already is not said twice',
    'lampu mati di gandasuli sejak pekan lalu, Pak',
    { areaCode: AREA, desa: 'Gandasuli', kecamatan: 'Bobotsari' },
    'lampu mati di gandasuli sejak pekan lalu, Pak\nLokasi: Bobotsari',
  ],
])('%s', (_name, text, location, expected) => expect(written(text, location)).toBe(expected));

test.each<[string, string, Location | null, string[]]>([
  ['a short text without a known place is not padded', SHORT, { areaCode: AREA }, ['27 karakter', 'paling sedikit 50']],
  ['a complaint without an area code waits for one', LONG, { address: 'Jalan Rekaan 1' }, ['kode wilayah belum ada']],
  ['all that is missing is said at once', 'rusak', null, ['5 karakter', 'kode wilayah belum ada']],
  ['an emoji counts once, as the platform counts', `${'🕳️'.repeat(20)} rusak`, { areaCode: AREA }, ['46 karakter']],
])('%s', (_name, text, location, reasons) => {
  let error: ConnectorError | undefined;
  try {
    written(text, location);
  } catch (thrown) {
    error = thrown as ConnectorError;
  }
  expect(error?.failure).toBe('rejected');
  for (const reason of reasons) expect(error?.message).toContain(reason);
  expect(error?.message).not.toContain(text);
});

test('a text beyond the limit is cut at a word, and the tracking link stays whole', () => {
  const sent = textFor(opened({ complaint: complaint({ text: 'jalan rusak '.repeat(600) }) }), settings);
  expect(sent.length).toBeLessThanOrEqual(5000);
  expect(sent.length).toBeGreaterThan(4900);
  expect(sent).toMatch(/(jalan|rusak)…\n\nPerkembangan aduan: https:\/\/simpul\.example\/lacak\/abc$/);
});
