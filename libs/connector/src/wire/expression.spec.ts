import { evaluate, expressionFault } from './expression.ts';
import { fill } from './fill.ts';

const malformed = { name: 'ConnectorError', failure: 'malformed' };
const ANSWER = { data: { tiket: 'LG1', lampiran: [{ id: 'a' }, { id: 'b' }], satu: [{ id: 'c' }], kosong: null } };

describe('an expression', () => {
  test.each<[string, string, unknown]>([
    ['a path is read', 'data.tiket', 'LG1'],
    ['a path that leads nowhere is nothing', 'data.nomor.x', undefined],
    ['null stays null', 'data.kosong', null],
    ['a path over a list is a plain list', 'data.lampiran.id', ['a', 'b']],
    ['a list of one comes unwrapped, as JSONata has it', 'data.satu.id', 'c'],
    ['objects are made from a list', 'data.lampiran.{ "nomor": id }', [{ nomor: 'a' }, { nomor: 'b' }]],
    ['a word is quoted', '"3303"', '3303'],
    ['a condition', 'data.tiket = "LG1" ? "publik" : "rahasia"', 'publik'],
    ['true is no path', 'true', true],
    ['what every object inherits is nothing', 'data.constructor', undefined],
    ['nor is the prototype', '__proto__.polluted', undefined],
    ['a function is no value', '$string', undefined],
    ['text is cut at a word', '$fit("satu dua tiga", 10)', 'satu dua…'],
    ['a time without offset', '$local("2025-11-07T01:31:22Z", "+07:00")', '2025-11-07 08:31:22'],
  ])('%s', async (_name, source, expected) => {
    expect(await evaluate(source, ANSWER)).toEqual(expected);
  });

  test('lists carry no marks of JSONata', async () => {
    const ids = await evaluate('data.lampiran.id', ANSWER);
    expect(Object.getOwnPropertyNames(ids)).toEqual(['0', '1', 'length']);
  });

  test('one that does not parse is named with its place', () => {
    expect(expressionFault('data.(')).toMatch(/^ekspresi JSONata salah pada huruf ke-\d+: /);
    expect(expressionFault('data.tiket')).toBeNull();
  });

  test('one whose process stood still meanwhile is evaluated again', async () => {
    let stops = 1;
    const stopped = {
      get kanal() {
        if (stops > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_200);
        stops -= 1;
        return 'whatsapp';
      },
    };
    expect(await evaluate('kanal = "whatsapp" ? "wa" : "web"', stopped)).toBe('wa');
  });

  test('one that does not fit what came is malformed, and quotes nothing of it', async () => {
    const error: unknown = await evaluate('$number(nama)', { nama: 'Sastrawirya' }).catch((reason: unknown) => reason);
    expect(error).toMatchObject(malformed);
    expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain('Sastrawirya');
  });

  test('one that never ends is stopped', async () => {
    await expect(evaluate('($f := function($n) { $f($n + 1) + 1 }; $f(1))', {})).rejects.toMatchObject(malformed);
    await expect(evaluate('($f := function($n) { $f($n + 1) }; $f(1))', {})).rejects.toMatchObject(malformed);
  });
});

describe('a map of expressions', () => {
  test('drops what is unknown and keeps null, numbers and booleans', async () => {
    const tree = {
      isi: 'text',
      judul: 'title',
      pelapor: null,
      publik: true,
      urut: 3,
      lokasi: { kode: 'location.areaCode' },
    };
    expect(await fill(tree, { text: 'Halo' })).toEqual({ isi: 'Halo', pelapor: null, publik: true, urut: 3 });
    expect(await fill(tree, { location: { areaCode: '33.03.09' } })).toMatchObject({ lokasi: { kode: '33.03.09' } });
  });
});
