import { DURATIONS } from '#store';
import type { RecapDto, RecapRow, Totals } from '../../http/recap/recap.dto.ts';
import { type Breakdown, BREAKDOWNS, definedName, FIGURES, LAPSE_NAMES, RANKINGS, REGENCY, TITLES } from '../tables.ts';
import { change, count, lapse, momentInWords, periodInWords, score, share } from '../words.ts';
import { legend, monthBars, shareBars } from './bars.ts';
import { type Field, grid } from './grid.ts';
import { COLOUR, EDGE, INNER, Paper } from './paper.ts';
import { tileMap } from './tile-map.ts';

const TITLE = 'Rekap Aduan Masyarakat';
/** As many as fit under each other. */
const MOST_RANKED = 15;

/** The recap for the meeting, each question on a page of its own. */
export async function pdfOf(recap: RecapDto, made: Date, of = REGENCY): Promise<Buffer> {
  const period = periodInWords(recap.period);
  const paper = new Paper(`${TITLE} ${of}, ${period}`, made);
  cover(paper, recap, made, of);
  summary(paper, recap);
  for (const dimension of BREAKDOWNS) breakdown(paper, recap, dimension);
  times(paper, recap);
  rankings(paper, recap);
  definitions(paper, recap);
  return paper.finish(`${TITLE} ${of} · ${period} · dibuat ${momentInWords(made)}`);
}

function cover(paper: Paper, { period, previous, totals }: RecapDto, made: Date, of: string): void {
  const white = { colour: '#ffffff' };
  paper.cover(COLOUR.accent);
  paper.write(of, EDGE + 20, 120, INNER, { ...white, size: 14 });
  paper.write(TITLE, EDGE + 20, 144, INNER, { ...white, size: 40, bold: true });
  paper.write(periodInWords(period), EDGE + 20, 200, INNER, { ...white, size: 22 });
  const figures = [
    [count(totals.received), 'aduan diterima'],
    [count(totals.done), 'selesai'],
    [share(totals.share_done), 'dari yang diterima selesai'],
  ] as const;
  figures.forEach(([figure, name], index) => {
    const x = EDGE + 20 + index * 220;
    paper.write(figure, x, 310, 210, { ...white, size: 38, bold: true });
    paper.write(name, x, 360, 210, { ...white, size: 12 });
  });
  paper.write(`Dibandingkan dengan ${periodInWords(previous)}`, EDGE + 20, 478, INNER, { ...white, size: 11 });
  paper.write(`Dibuat ${momentInWords(made)} oleh Simpul Aduan`, EDGE + 20, 497, INNER, { ...white, size: 11 });
}

function summary(paper: Paper, { previous, totals, previous_totals: before, trend }: RecapDto): void {
  paper.page(TITLES.totals, `Naik atau turun: dibandingkan dengan periode sebelumnya, ${periodInWords(previous)}.`);
  const written = { count, share, score } as Record<string, (value: number | null) => string>;
  const width = INNER / 5;
  Object.entries(FIGURES).forEach(([key, { name, kind }], index) => {
    const [now, then] = [totals[key as keyof Totals], before[key as keyof Totals]];
    const x = EDGE + (index % 5) * width;
    const y = paper.y + Math.floor(index / 5) * 72;
    paper.box(x, y, width - 8, 64, COLOUR.soft);
    paper.write(name, x + 10, y + 8, width - 24, { size: 9, colour: COLOUR.faint });
    paper.write(written[kind]?.(now) ?? '–', x + 10, y + 22, width - 24, { size: 18, bold: true });
    const moved = now === null || then === null ? '' : change(now, then, kind);
    paper.write(moved, x + 10, y + 46, width - 24, { size: 8.5, colour: COLOUR.faint });
  });
  paper.y += 152;
  paper.write(TITLES.trend, EDGE, paper.y, INNER, { size: 13, bold: true });
  paper.y += 22;
  monthBars(paper, trend, paper.left - 26);
}

function breakdown(paper: Paper, recap: RecapDto, dimension: Breakdown): void {
  const rows = recap.by[dimension];
  paper.page(`Menurut ${dimension === 'opd' ? 'OPD' : TITLES[dimension].toLowerCase()}`, recap.definitions[dimension]);
  if (dimension === 'kecamatan' && rows.length > 0) {
    tileMap(paper, rows);
    paper.goOn();
  }
  if (rows.length > 0) {
    legend(paper, [
      [COLOUR.light, 'Diterima'],
      [COLOUR.accent, 'Selesai'],
    ]);
  }
  grid(paper, [{ head: TITLES[dimension], width: 200, text: ({ label }) => label }, ...rowFields(paper, rows)], rows);
}

function rowFields(paper: Paper, rows: RecapRow[]): Field<RecapRow>[] {
  const most = Math.max(1, ...rows.map(({ received, done }) => Math.max(received, done)));
  const number = (head: string, text: (row: RecapRow) => string, width = 62): Field<RecapRow> => ({
    head,
    width,
    right: true,
    text,
  });
  return [
    {
      head: '',
      width: 170,
      draw: ({ received, done }, x, y, width) => {
        paper.box(x, y, (received / most) * width, 6, COLOUR.light);
        paper.box(x, y + 7, (done / most) * width, 5, COLOUR.accent);
      },
    },
    number('Diterima', ({ received }) => count(received)),
    number('Selesai', ({ done }) => count(done)),
    number('Persen selesai', ({ share_done: done }) => share(done)),
    number('Tepat waktu', ({ on_time: onTime }) => count(onTime)),
    number('Terlambat', ({ late }) => count(late)),
    number('Median sampai selesai', ({ median_done_s: median }) => lapse(median), 74),
  ];
}

function times(paper: Paper, { times: lapses, outcomes }: RecapDto): void {
  paper.page('Waktu dan hasil', 'Median: setengah aduan lebih cepat dari ini. Persentil ke-90: sembilan dari sepuluh.');
  grid(
    paper,
    [
      { head: 'Dari pengajuan sampai', width: 220, text: (id) => LAPSE_NAMES[id] },
      { head: 'Aduan', width: 90, right: true, text: (id) => count(lapses[id].count) },
      { head: 'Median', width: 150, right: true, text: (id) => lapse(lapses[id].median_s) },
      { head: 'Persentil ke-90', width: 150, right: true, text: (id) => lapse(lapses[id].p90_s) },
    ],
    [...DURATIONS],
  );
  paper.y += 34;
  paper.write('Keadaan dan hasil', EDGE, paper.y, INNER, { size: 13, bold: true });
  paper.y += 26;
  if (outcomes.length === 0)
    paper.write('Tidak ada aduan dalam periode ini.', EDGE, paper.y, INNER, { colour: COLOUR.faint });
  shareBars(paper, outcomes, EDGE, 560);
}

function rankings(paper: Paper, { rankings: won }: RecapDto): void {
  const least = count(won.minimum_volume);
  paper.page('Peringkat', `Persen tertinggi dan kecamatan terbaik: hanya yang menerima paling sedikit ${least} aduan.`);
  const width = (INNER - 40) / 3;
  const top = paper.y;
  Object.entries(RANKINGS).forEach(([key, title], index) => {
    const x = EDGE + index * (width + 20);
    paper.y = top;
    paper.write(title, x, paper.y, width, { size: 12, bold: true });
    paper.y += 24;
    const rows = won[key as keyof typeof RANKINGS]
      .slice(0, MOST_RANKED)
      .map((row, place) => ({ row, place: place + 1 }));
    grid(
      paper,
      [
        { head: '', width: 24, right: true, text: ({ place }) => String(place) },
        { head: 'Nama', width: width - 124, text: ({ row }) => row.label },
        { head: 'Selesai', width: 48, right: true, text: ({ row: { done } }) => count(done) },
        { head: 'Persen', width: 52, right: true, text: ({ row }) => share(row.share_done) },
      ],
      rows,
      x,
      'Belum ada yang dapat diperingkat.',
    );
  });
}

function definitions(paper: Paper, { definitions: meant }: RecapDto): void {
  paper.page('Definisi', 'Apa yang dihitung oleh tiap angka.');
  grid(
    paper,
    [
      { head: 'Angka', width: 180, text: ([key]) => definedName(key) },
      { head: 'Definisi', width: INNER - 180, text: ([, text]) => text },
    ],
    Object.entries(meant),
  );
}
