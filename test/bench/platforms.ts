import type { IncomingMessage } from 'node:http';
import { now } from './figures.ts';

interface Answer {
  status: number;
  json?: unknown;
}

/** What the province's list shows next, and when a poll asked for it. */
let changed: { tickets: string[]; label: string; at: string; askedAt: number | null } | null = null;
let count = 0;

const PER_PAGE = 50;
const iso = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

export function answerOf({ method = 'GET', url = '/' }: IncomingMessage, body: string): Answer {
  const { pathname, searchParams } = new URL(url, 'http://sink');
  const route = `${method} ${pathname}`;
  if (route === 'POST /bench/changed') return declare(JSON.parse(body) as { tickets: string[]; label: string });
  if (route === 'GET /bench/asked') return { status: 200, json: { askedAt: changed?.askedAt ?? null } };
  if (route === 'POST /oauth/token') return { status: 200, json: { access_token: 'token', expires_in: 86_400 } };
  if (pathname.startsWith('/api/integrasi/v1/aduan')) return province(method, pathname, searchParams);
  if (pathname.startsWith('/api/v1/aduan')) return home(method, pathname);
  if (pathname === '/api/perubahan') return { status: 200, json: { status: 'success', data: [] } };
  if (pathname.startsWith('/api/laporan')) return works(method);
  return { status: 204 };
}

function declare({ tickets, label }: { tickets: string[]; label: string }): Answer {
  changed = { tickets, label, at: iso(), askedAt: null };
  return { status: 204 };
}

function province(method: string, pathname: string, query: URLSearchParams): Answer {
  const [, , , , , ticket, part] = pathname.split('/');
  if (part === 'tindak-lanjut') {
    count += 1;
    return { status: 201, json: { success: true, data: { id: `TL-${count}`, waktu: iso() } } };
  }
  if (method === 'POST' && ticket === undefined) {
    count += 1;
    return { status: 201, json: { success: true, data: caseOf(`LGAA${String(count).padStart(8, '0')}`, 'Menunggu') } };
  }
  if (method === 'POST') return { status: 201 };
  if (ticket !== undefined) {
    const label = changed?.tickets.includes(ticket) ? changed.label : 'Disposisi';
    return { status: 200, json: { success: true, data: { ...caseOf(ticket, label), tindak_lanjut: [] } } };
  }
  return { status: 200, json: listed(Number(query.get('page') ?? 1)) };
}

/** By the contract the follow-ups stand in the case alone, so each changed case is asked for. */
function listed(page: number): object {
  const all = changed?.tickets ?? [];
  if (changed && page === 1) changed.askedAt ??= now();
  const lastPage = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const data = all.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((each) => caseOf(each, changed?.label ?? ''));
  if (changed && page >= lastPage) changed.tickets = [];
  return { data, meta: { current_page: page, last_page: lastPage, per_page: PER_PAGE, total: all.length } };
}

function caseOf(tiket: string, status: string): object {
  return {
    tiket,
    nomor_referensi: tiket.replace('LGBN', 'SA-BENCH-'),
    kode_instansi: '33',
    isi_aduan: 'Jalan provinsi di depan pasar Bobotsari berlubang cukup dalam dan membahayakan pengendara motor.',
    kategori: 'Infrastruktur',
    lokasi: { kode_wilayah: '33.03.09', alamat: 'Bobotsari' },
    jenis: 'publik',
    anonim: false,
    pelapor: null,
    status,
    alasan: null,
    url: `https://laporgub.example/detail/${tiket}.html`,
    created_at: '2025-01-02T03:04:05Z',
    updated_at: changed?.at ?? iso(),
    lampiran: [],
  };
}

function home(method: string, pathname: string): Answer {
  count += 1;
  const [, , , , nomor, part] = pathname.split('/');
  if (method === 'GET' && nomor === undefined) return { status: 200, json: { data: [], cursor_berikutnya: null } };
  if (part === 'tautan') return { status: 204 };
  if (part === 'tanggapan') return { status: 201, json: { data: { id: `T-${count}` } } };
  const data = {
    nomor: nomor ?? `LMB-2026-${count}`,
    status: 'diproses',
    diubah: iso(),
    tautan_lacak: 'https://lapor.example/l',
  };
  return { status: nomor === undefined ? 201 : 200, json: { data } };
}

function works(method: string): Answer {
  count += 1;
  const data = { id: count, status: 'Diterima', waktu: iso().slice(0, 19).replace('T', ' ') };
  return { status: 200, json: { status: 'success', data: method === 'GET' ? [] : data } };
}
