import { createHmac, randomUUID } from 'node:crypto';

const SECRET = Buffer.from('rahasia-simulator-lapor-masbup');

/** A message that Lapor MasBuP signed, whatever stands in it. */
export async function signed(hubUrl: string, body: string | Buffer, id: string = randomUUID()): Promise<number> {
  const bytes = Buffer.from(body as string);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`${id}.${timestamp}.`).update(bytes).digest('base64');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  const response = await fetch(`${hubUrl}/webhooks/lapor-masbup`, { method: 'POST', headers, body: bytes });
  return response.status;
}

let count = 0;
/** A complaint as Lapor MasBuP tells it; `more` overrides any part. */
export const aduan = (more: object = {}) => {
  count += 1;
  const nomor = `LMB-2026-9${String(count).padStart(5, '0')}`;
  return {
    nomor,
    kanal: 'web',
    nomor_luar: null,
    judul: 'Uji',
    isi: `Aduan uji nomor ${count} tentang sampah di pinggir jalan`,
    kategori: null,
    kewenangan: null,
    opd: null,
    status: 'masuk',
    lokasi: null,
    pelapor: { nama: null, telepon: null, email: null, akun: null, anonim: false, rahasia: false },
    lampiran: [],
    tanggapan: [],
    dibuat: '2026-11-20T08:00:00+07:00',
    diubah: '2026-11-20T08:00:00+07:00',
    tautan_lacak: 'https://lapor.example/lacak/uji',
    ...more,
  };
};
export const message = (type: string, data: object) =>
  JSON.stringify({ type, timestamp: '2026-11-20T08:00:00+07:00', data });
