import type { DataSource } from 'typeorm';
import { readAreas } from '../../config/areas.ts';
import { readOffices } from '../../config/opd.ts';

const CHUNK = 50_000;
const DAYS = 1_000;
/** Of each dimension one value is this rare, and only among the oldest: the newest are searched in vain. */
const RARE = 30;

/** Complaints of some years with their links and deadlines, as they come in: most done, few open, a few of everything rare. */
export async function fillComplaints(source: DataSource, rows: number): Promise<void> {
  // What is made up here refers to what is there: to check each of some million references takes as long as the rest.
  await source.query(`set session_replication_role = replica`);
  await source.query(`insert into instance (name, connector)
    select name, name from unnest(array['lapor-masbup', 'laporgub', 'smartdpu', 'jarang']) as name
    on conflict do nothing`);
  const words = await withoutIndex(source, 'complaint_by_words');
  const statements = statementsFor(rows);
  for (let from = 0; from < rows; from += CHUNK) {
    const to = Math.min(from + CHUNK, rows);
    for (const statement of statements) await source.query(statement, [from + 1, to]);
    console.log(`${to} of ${rows} complaints`);
  }
  await source.query(`set maintenance_work_mem = '1GB'`);
  await source.query(words);
  await source.query('vacuum (analyze)');
}

/** An index is built faster than it grows; the answer is how to build it. */
async function withoutIndex(source: DataSource, name: string): Promise<string> {
  const [{ indexdef }] = await source.query<[{ indexdef: string }]>(
    'select indexdef from pg_indexes where indexname = $1',
    [name],
  );
  await source.query(`drop index ${name}`);
  return indexdef;
}

const oneOf = (words: readonly string[], divisor: number): string =>
  `(array['${words.join("', '")}'])[chance / ${divisor} % ${words.length} + 1]`;
/** `rare` for some of the oldest rows, else as `often` has it. */
const seldom = (rare: string, often: string): string => `case when n <= ${RARE} then '${rare}' else ${often} end`;

const AREAS = readAreas('config').map(({ code, name }) => [code, name] as const);
const OFFICES = [...readOffices('config').keys()].filter((each) => each !== 'DLH');
const OPENINGS = ['mhn', 'Selamat pagi pak bupati,', 'Lapor:', 'Tolong', 'Kepada yth dinas terkait,', 'Min'];
const MATTERS = [
  'jalan berlubang di depan pasar, sudah banyak yang jatuh',
  'lampu penerangan jalan mati sejak bulan lalu dan gelap sekali',
  'bantuan sosial tidak pernah sampai kepada yang berhak',
  'saluran air tersumbat sampah, kalau hujan banjir ke rumah warga',
  'kartu BPJS tidak aktif padahal iuran dibayar',
  'guru tidak masuk sudah dua minggu di sekolah dasar',
  'talud longsor menutup separuh jalan menuju balai desa',
];
/** What `n` decides, alike for every table: when, and by chance what. */
const seeded = (rows: number, now: string): string => `with seeded as (
  select n, md5('aduan' || n)::uuid as seed, lpad(n::text, 7, '0') as digits, hashint4(n) & 2147483647 as chance,
    timestamptz '${now}' - (${rows} - n) * interval '${DAYS} days' / ${rows} as at
  from generate_series($1::int, $2::int) as n
), complaints as (
  select *, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3)
    || '8' || substr(md5(n::text), 4, 15))::uuid as id
  from seeded
)`;

function statementsFor(rows: number): string[] {
  const seeds = seeded(rows, new Date().toISOString());
  return [
    `${seeds}
   insert into complaint (id, number, token, title, text, channel, origin, handler, status, outcome, category, opd,
     kewenangan, location, anonim, rahasia, phone_hash, opened_at, created_at, updated_at)
   select id, 'SA-2026-' || digits, 'besar-' || digits, null,
     ${oneOf(OPENINGS, 3)} || ' ' || ${oneOf(MATTERS, 7)} || '. Lokasi di ' || place[2] || ' RT ' || n % 9 || ' RW ' || n % 7
       || case when chance % 5000 = 0 then ', dekat jembatan gantung' else '' end
       || '. Mohon segera ditindaklanjuti, sudah dilaporkan ke desa dengan kwitansi ' || n || ' tetapi belum ada jawaban.',
     ${seldom('instagram', `(array['whatsapp', 'whatsapp', 'whatsapp', 'whatsapp', 'web', 'tiktok'])[chance % 6 + 1]`)},
     'lapor-masbup',
     ${seldom('jarang', `case when chance % 9 = 0 then 'smartdpu' when chance % 11 = 0 then 'laporgub' else 'lapor-masbup' end`)},
     case when n <= ${RARE} then 'rejected' when n > ${rows} * 0.999 then ${oneOf(['received', 'verifying', 'assigned', 'in_progress'], 1)}
       when chance % 400 = 0 then 'in_progress' else 'resolved' end,
     'dijelaskan', ${seldom('village', oneOf(['road', 'social_aid', 'street_light', 'education', 'health', 'other'], 13))},
     ${seldom('DLH', oneOf(OFFICES, 17))},
     ${seldom('bumn', `case chance % 5 when 0 then null when 1 then 'provinsi' else 'kabupaten' end`)},
     jsonb_build_object('areaCode', place[1], 'desa', place[2]), chance % 50 = 0, chance % 100 = 0,
     decode(md5('telepon' || chance % 300000), 'hex'), at, at, at
   from complaints, lateral (select (array[${AREAS.map((each) => `'${each.join('|')}'`).join(', ')}])[chance % ${AREAS.length} + 1]) as area (name),
     lateral (select string_to_array(area.name, '|')) as split (place)`,
    `${seeds}
   insert into link (id, complaint_id, instance, external_id, reference, role, state, label, label_at, created_at)
   select md5('asal' || n)::uuid, id, 'lapor-masbup', 'LMB-' || digits, digits, 'origin', 'open', 'selesai', at, at
   from complaints`,
    `${seeds}
   insert into link (id, complaint_id, instance, external_id, reference, role, state, label, label_at, created_at)
   select md5('jauh' || n)::uuid, id, ${seldom('jarang', `case when n % 50 = 0 or chance % 4 = 0 then 'laporgub' else 'smartdpu' end`)},
     'LGWP' || digits, digits, 'handler', 'open', 'Selesai', at, at
   from complaints where n <= ${RARE} or chance % 3 = 0 or (n * 50) % ${rows} = 0`,
    `${seeds}
   insert into deadline (complaint_id, kind, start_at, warn_at, due_at, met_at, is_paused, source, verified)
   select id, kind, at, at + length / 2, at + length, case when chance % 400 > 0 then at + length / 3 end, false, 'bench', true
   from complaints, (values ('first_response', interval '1 day'), ('answer', interval '14 days')) as kinds (kind, length)`,
  ];
}
