import { describe, expect, test } from '@jest/globals';
import type { ComplaintEvent, Reporter } from '#complaint';
import { type Connection, ConnectorError, type Received } from '#connector';
import { unnamed } from './unnamed.ts';

const CASE = {
  tiket: 'LGWP1',
  isi: 'Jembatan rekaan retak, hubungi Siti Rahayu',
  status: 'Disposisi',
  langkah: 'Kata Baru',
  waktu: '2026-11-20T08:00:00+07:00',
  pelapor: { nama: 'Siti Rahayu', telepon: '081234567890', nik: 3303010101900001, rumah: { alamat: 'Desa Rekaan' } },
};
const OPENED = { type: 'opened', id: 'LGWP1', externalId: 'LGWP1', at: CASE.waktu, facts: {} };
const PROFILE = 'connector: laporgub\nDisposisi: { status: assigned }';

async function seen(
  body: unknown,
  read: { text?: string; reporter?: Reporter } | 'nothing' | 'unreadable',
): Promise<unknown> {
  const parse: Connection['parse'] = async () => {
    if (read === 'unreadable') throw new ConnectorError('malformed', 'tidak terbaca');
    const events = read === 'nothing' ? [] : [{ ...OPENED, ...read } as unknown as ComplaintEvent];
    return { events, problems: [] };
  };
  const received: Received = { kind: 'webhook', headers: {}, body: Buffer.from(JSON.stringify(body)) };
  const { body: left } = await unnamed({ parse } as Connection, received, PROFILE);
  return JSON.parse(left.toString('utf8'));
}
const SITI = { text: CASE.isi, reporter: { name: 'Siti Rahayu', phone: '+6281234567890' } };

describe('where the profile that rules finds who complains', () => {
  test('that person is nobody, wherever the name stands and however the number is written', async () => {
    expect(await seen({ aduan: CASE, kontak: '0812-3456-7890' }, SITI)).toMatchObject({
      aduan: {
        isi: 'Jembatan rekaan retak, hubungi Nama Pelapor',
        pelapor: { nama: 'Nama Pelapor', telepon: '+6280000000000' },
      },
      kontak: '+6280000000000',
    });
  });

  test('what else stands beside the name is hidden, also where no profile reads it yet', async () => {
    expect(await seen(CASE, SITI)).toMatchObject({ pelapor: { nik: 0, rumah: { alamat: '***' } } });
  });

  test('all the rest is left for the new text to read', async () => {
    expect(await seen(CASE, SITI)).toMatchObject({ tiket: 'LGWP1', status: 'Disposisi', langkah: 'Kata Baru' });
  });

  test('a number or an address of somebody else is hidden', async () => {
    expect(await seen({ ...CASE, saksi: '0857 1111 2222', surel: 'a@contoh.example' }, SITI)).toMatchObject({
      saksi: '***',
      surel: '***',
    });
  });
});

describe('where it finds nobody', () => {
  test.each(['nothing', 'unreadable', {}] as const)('only what it shows itself is left: %j', async (read) => {
    const shown = await seen({ ...CASE, isi: 'Jembatan rekaan retak' }, read);
    expect(shown).toMatchObject({ status: 'Disposisi', waktu: CASE.waktu, langkah: '***', pelapor: { nama: '***' } });
    expect(JSON.stringify(shown)).not.toMatch(/Siti|0812|33030|Rekaan/);
  });
});
