import { createHmac, createSecretKey, randomBytes } from 'node:crypto';

const BYTES = randomBytes(32);
const KEY = createSecretKey(BYTES);
/** What the hub, the floor and this process sign with. */
export const SECRET = `whsec_${BYTES.toString('base64')}`;
const WEBHOOK_PATH = '/webhooks/lapor-masbup';
/** Below this path every platform takes half a minute to answer. */
export const SLOW_PATH = '/lambat';

/** A tenth of all complaints goes on to the province. */
const FORWARDED_EVERY = 10;
const TEXT =
  'Mohon ditindaklanjuti, warga sudah menunggu cukup lama dan belum ada petugas yang datang ke lokasi. Keterangan ' +
  'lengkap dapat ditanyakan kepada ketua RT setempat pada jam kerja. Terima kasih atas perhatiannya. Aduan nomor';

const wib = (ms = Date.now()): string => `${new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;

/** A new complaint at home. */
export function opened(n: number): Buffer {
  const nomor = `LMB-2025-${String(1_000_000 + n)}`;
  const isForwarded = n % FORWARDED_EVERY === 0;
  const data = {
    nomor,
    kanal: 'whatsapp',
    nomor_luar: null,
    judul: `Aduan ${n}`,
    isi: `${TEXT} ${n}`,
    kategori: 'bantuan-sosial',
    kewenangan: isForwarded ? 'provinsi' : null,
    opd: null,
    status: 'masuk',
    lokasi: {
      alamat: 'Bobotsari',
      kode_kecamatan: '33.03.09',
      kecamatan: 'Bobotsari',
      desa: null,
      lat: null,
      lon: null,
    },
    pelapor: { nama: 'Pelapor Uji', telepon: '+6281200000000', email: null, akun: null, anonim: false, rahasia: false },
    lampiran: [],
    tanggapan: [],
    dibuat: wib(),
    diubah: wib(),
    tautan_lacak: `https://lapor.example/lacak/${nomor}`,
  };
  return signed(`aduan-${n}`, { type: 'aduan.dibuat', timestamp: wib(), data });
}

/** The mark by which the platforms that hear of reply `n` tell us that they did. */
const markOf = (n: number): string => `penanda ${n} selesai`;
export const MARK = /penanda (\d+) selesai/;

/** An office's public reply at home, to a complaint that the province handles. */
export function replied(n: number, nomor: string): Buffer {
  const tanggapan = {
    id: `tanggapan-${n}`,
    isi: `Terima kasih atas laporannya, petugas kami sudah meninjau lokasi. ${markOf(n)}`,
    penulis: { nama: 'DPUPR', peran: 'admin_opd' },
    publik: true,
    lampiran: [],
    waktu: wib(),
  };
  return signed(`tanggapan-${n}`, { type: 'aduan.tanggapan', timestamp: wib(), data: { nomor, tanggapan } });
}

/** The bytes of a request that is signed as in Standard Webhooks. */
function signed(id: string, payload: object): Buffer {
  const body = Buffer.from(JSON.stringify(payload));
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', KEY).update(`${id}.${timestamp}.`).update(body).digest('base64');
  const head = [
    `POST ${WEBHOOK_PATH} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    `webhook-id: ${id}`,
    `webhook-timestamp: ${timestamp}`,
    `webhook-signature: v1,${signature}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}
