import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ProfileError } from '#connector';
import { readDeadlines } from '../../config/deadlines.ts';
import { aduan, message as telling, signed } from '../setup/lapor-masbup.ts';
import { eventually, startWorld, type World } from '../setup/world.ts';

describe('deadlines of a running hub', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ HUB_ALERT_EVERY: '200ms' });
  }, 60_000);
  afterAll(() => world.stop());

  interface Shown {
    deadlines: { kind: string; state: string; due_at: string; met_at: string | null; verified: boolean }[];
  }
  const deadline = async (number: string, kind: string) =>
    (await world.api<Shown>(`/complaints/${number}`)).body.deadlines.find((each) => each.kind === kind) ??
    Promise.reject(new Error(`no deadline ${kind} yet`));

  test('a complaint is to be answered first within a day, and the answer meets it', async () => {
    const { home } = world;
    const nomor = await home.play('lapor', null, { isi: 'Sampah menumpuk di tepi jalan', kecamatan: 'Bukateja' });
    const number = await world.numberOf(home, nomor);
    expect(await eventually(() => deadline(number, 'first_response'))).toMatchObject({
      state: 'running',
      verified: true,
    });
    await home.play('tanggapan', nomor, { isi: 'Kami angkut besok pagi', nama: 'DLH' });
    await eventually(async () => expect((await deadline(number, 'first_response')).state).toBe('met'));
    expect(await deadline(number, 'forward')).toMatchObject({ state: 'running', verified: false });
    const { rows } = await world.pool.query<{ token: string }>('select token from complaint where number = $1', [
      number,
    ]);
    const page = await (await fetch(`${world.url}/lacak/${rows[0]?.token}`)).text();
    expect(page).toMatch(
      /Tanggapan pertama<\/dt>\s*<dd>sebelum <time[^>]+>[^<]+ WIB<\/time>, <span class="d-met">dipenuhi/,
    );
    expect(page).toContain('(perlu diverifikasi)');
  });

  test('what the province did before it handed a case down is no first answer, nor is a mark; what an office says is', async () => {
    const { home, province } = world;
    const tiket = await province.play('turunkan', null, {
      isi: 'Bantuan sosial belum diterima padahal sudah terdaftar sejak awal tahun ini',
      kategori: 'Sosial',
    });
    const number = await world.numberOf(province, tiket);
    const nomor = await world.caseAt(number, 'lapor-masbup');
    const marked = await world.api(`/complaints/${number}/marks`, { method: 'POST', body: { anonim: true } });
    expect(marked.status).toBe(200);
    await eventually(async () => expect((await world.pool.query('select from stale_deadline')).rowCount).toBe(0));
    expect((await deadline(number, 'first_response')).state).toBe('running');
    await home.play('tanggapan', nomor, { isi: 'Kami cek datanya', nama: 'DINSOS' });
    await eventually(async () => expect((await deadline(number, 'first_response')).state).toBe('met'));
  });

  test('what nobody answered in time is alerted, and the alert ends with the answer', async () => {
    const late = aduan();
    await signed(world.url, telling('aduan.dibuat', late));
    const number = await world.numberOf(world.home, late.nomor);
    const kinds = async () => {
      const { rows } = await world.pool.query<{ kind: string; message: string }>(
        `select kind, message from alert where closed_at is null and kind like 'deadline%' and subject = 'first_response'`,
      );
      return rows;
    };
    await eventually(async () => expect(await kinds()).toMatchObject([{ kind: 'deadline_overdue' }]));
    expect((await kinds())[0]?.message).toContain('1 aduan di Lapor MasBuP melewati tenggat "Tanggapan pertama"');
    expect(await deadline(number, 'first_response')).toMatchObject({ state: 'overdue' });
    const diubah = '2026-11-21T09:00:00+07:00';
    await signed(
      world.url,
      telling('aduan.status', {
        nomor: late.nomor,
        status: 'terverifikasi',
        keterangan: null,
        waktu: diubah,
        oleh: 'admin',
      }),
    );
    await eventually(async () => expect((await deadline(number, 'first_response')).state).toBe('late'));
    await eventually(async () => expect(await kinds()).toEqual([]));
  });
});

describe('config/deadlines.yaml and config/holidays.yaml', () => {
  const read = (name: string) => readFileSync(`config/${name}.yaml`, 'utf8');
  const faultsIn = (deadlines: string, holidays = read('holidays')): string[] => {
    try {
      readDeadlines({ text: deadlines, path: 'deadlines.yaml' }, { text: holidays, path: 'holidays.yaml' });
      return [];
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      return error.faults.map(({ file, line, path, message }) => `${file}:${line} ${path}: ${message}`);
    }
  };

  test('what ships is right, knows three years, and says which rules are sure', () => {
    const rules = readDeadlines(
      { text: read('deadlines'), path: 'deadlines.yaml' },
      { text: read('holidays'), path: 'holidays.yaml' },
    );
    expect(rules.map(({ kind, length, unit, verified }) => [kind, length, unit, verified])).toEqual([
      ['first_response', 24, 'hours', true],
      ['forward', 3, 'working_days', false],
      ['answer', 14, 'working_days', false],
    ]);
    const years = new Set([...(rules[0]?.calendar.holidays ?? [])].map((day) => day.slice(0, 4)));
    expect([...years]).toEqual(['2025', '2026', '2027']);
  });

  const line = (text: string, part: string): number => 1 + text.split('\n').findIndex((each) => each.includes(part));

  test.each([
    [
      'a unit that is none',
      'unit: hours',
      'unit: weeks',
      'deadlines.0.unit: hanya mengenal hours, calendar_days, working_days',
    ],
    [
      'a calendar that is not there',
      'calendar: nasional',
      'calendar: bulan',
      'deadlines.0.calendar: bulan tidak ada; yang ada: nasional',
    ],
    [
      'a warning longer than the time',
      'warn_before: 6',
      'warn_before: 24',
      'deadlines.0.warn_before: harus lebih pendek daripada length',
    ],
    [
      'a key that nobody knows',
      'verified: true',
      'verified: true\n    panjang: 3',
      'deadlines.0.panjang: kunci tidak dikenal',
    ],
  ])('%s is named with its line', (_name, part, wrong, message) => {
    const [fault] = faultsIn(read('deadlines').replace(part, wrong));
    expect(fault).toMatch(/^deadlines\.yaml:\d+ /);
    expect(fault).toContain(message);
  });

  test('two rows of a kind that hold on the same day contradict each other', () => {
    const twice = `${read('deadlines')}${read('deadlines').split('deadlines:\n')[1]?.split('  # Permen')[0]}`;
    expect(faultsIn(twice)[0]).toContain(
      'deadlines.3.valid_from: dua baris first_response berlaku pada hari yang sama',
    );
  });

  test('a holiday that stands twice is named with its line', () => {
    const holidays = read('holidays').replace('2025-01-27', '2025-01-01');
    expect(faultsIn(read('deadlines'), holidays)).toEqual([
      `holidays.yaml:${line(holidays, '2025-01-01')} calendars.0.holidays.1: 2025-01-01 tertulis dua kali`,
    ]);
  });
});
