import { CATEGORY, DEADLINE, deadlineState, type Location, STATUS } from '#complaint';
import { readPhone } from '#connector';
import type { Db } from '#store';
import type { Hub } from '#sync';
import type { Caller } from '../access/caller.ts';
import { within } from '../access/scope.ts';
import { pageOf, readCursor, UUID } from '../paging/cursor.ts';
import { endOf, startOf } from '../paging/moment.ts';
import { containing, Where } from '../paging/where.ts';
import { notFound } from '../problems/problem.ts';
import { mayLearn } from './may-learn.ts';
import type { ComplaintDetail, ComplaintPage, ComplaintView, DeadlineView, Place } from './complaint.dto.ts';
import type { ComplaintQuery } from './complaint.query.dto.ts';

type Row = Omit<ComplaintView, 'status_label' | 'category_label' | 'location'> & {
  id: string;
  location: Location | null;
};

const SELECT = `select c.id, c.number, c.status, c.outcome, c.rejection, c.reason, c.title, c.text, c.category,
    c.kewenangan, c.opd, c.channel, c.origin, c.handler, c.location, c.anonim, c.rahasia, c.opened_at, c.updated_at,
    coalesce((
      select json_agg(json_build_object('instance', l.instance, 'role', l.role, 'external_id', l.external_id,
               'reference', l.reference, 'state', l.state, 'url', l.url, 'label', l.label, 'label_at', l.label_at)
               order by l.id)
      from link l where l.complaint_id = c.id), '[]') as links
  from complaint c`;

/** Newest first by when the hub heard of it: the ids are UUIDv7, so what comes in meanwhile stands before page one. */
export async function complaintPage(
  { pool, sealer }: Hub,
  query: ComplaintQuery,
  caller: Caller,
): Promise<ComplaintPage> {
  const { phone } = query;
  const phoneHash = phone === undefined ? undefined : sealer.hash(readPhone(phone) ?? phone);
  const where = within(filter(query, phoneHash), caller.scope);
  // To find an anonymous complaint by a number would be to learn who complained.
  if (phone !== undefined && !mayLearn(caller, true)) where.and('not c.anonim');
  const [before] = readCursor(query.cursor, UUID) ?? [];
  where.and('c.id < ?::uuid', before);
  const limit = where.place(query.limit + 1);
  const matching = query.q === undefined ? where.sql : found(where, query.q, limit);
  const { rows } = await pool.query<Row>(`${SELECT} ${matching} order by c.id desc limit ${limit}`, where.values);
  return pageOf(rows, query.limit, ({ id }) => [id], shown);
}

export async function complaintByNumber(db: Db, number: string): Promise<Omit<ComplaintDetail, 'reporter'>> {
  const where = new Where().and('c.number = ?', checked(number));
  const { rows } = await db.query<Row>(`${SELECT} ${where.sql}`, where.values);
  const row = rows[0];
  if (!row) throw notFound('Aduan dengan nomor itu');
  return Object.assign(shown(row), { deadlines: await deadlinesOf(db, row.id) });
}

async function deadlinesOf(db: Db, id: string, now = new Date()): Promise<DeadlineView[]> {
  const { rows } = await db.query<{ deadline: Omit<DeadlineView, 'label' | 'state'> & { is_paused: boolean } }>(
    `select to_jsonb(d) - 'complaint_id' as deadline from deadline d where complaint_id = $1 order by due_at, kind`,
    [id],
  );
  return rows.map(({ deadline: { is_paused: isPaused, ...row } }) => {
    const { warn_at: warnAt, due_at: dueAt, met_at: metAt } = row;
    return { ...row, label: DEADLINE[row.kind].label, state: deadlineState({ warnAt, dueAt, metAt, isPaused }, now) };
  });
}

export async function complaintIdOf(db: Db, number: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select id from complaint where number = $1', [checked(number)]);
  const id = rows[0]?.id;
  if (id === undefined) throw notFound('Aduan dengan nomor itu');
  return id;
}

const NUMBER = /^SA-\d{4}-\d{6,}$/;

/** The number, where it can be one at all. */
export function checked(number: string): string {
  if (!NUMBER.test(number)) throw notFound('Aduan dengan nomor itu');
  return number;
}

/** Shorter ones stand in no index, and nearly everywhere. */
const SHORTEST_WORDS = 3;

/**
 * Each way of finding has its own index; one condition over all of them would use none.
 *
 * Each takes the other conditions along, and of the texts no more than a page is read: of words that stand everywhere
 * the newest are found at once, of rare ones the index knows where they are.
 */
function found(where: Where, q: string, limit: string): string {
  const all = (way: string) => `select c.id from complaint c ${where.sql} ${where.sql ? 'and' : 'where'} ${way}`;
  const sought = where.place(q);
  const ways = [
    all(`c.number = upper(${sought})`),
    all(`c.id in (select complaint_id from link where external_id = ${sought})`),
  ];
  if (q.trim().length >= SHORTEST_WORDS) {
    const words = where.place(containing(q));
    ways.push(`(${all(`(c.text ilike ${words} or c.title ilike ${words})`)} order by c.id desc limit ${limit})`);
  }
  return `where c.id in (${ways.join(' union all ')})`;
}

/** The same of codes of any length, by the index over the kecamatan's where they name one. */
const IN_AREA = `(c.location ->> 'areaCode' = ? or c.location ->> 'areaCode' like ? || '.%')`;
const IN_KECAMATAN = `left(c.location ->> 'areaCode', 8) = left(?, 8) and ${IN_AREA}`;
const KECAMATAN_CHARS = '33.03.09'.length;

function inArea(where: Where, code: string): Where {
  if (code.length < KECAMATAN_CHARS) return where.and(IN_AREA, code, code);
  return where.and(IN_KECAMATAN, code, code, code);
}

/** Begins where the last of those lies: they may all be old, and the way there from today is long. */
const OPENED_BEFORE = `c.opened_at < ? and c.id <= (
  select id from (select id from complaint where opened_at < ? offset 0) as old order by id desc limit 1)`;

/** As the alerts count them. */
const DUE = `c.id in (select complaint_id from deadline
  where met_at is null and not is_paused and warn_at <= now() and (due_at <= now()) = ?)`;

function filter(query: ComplaintQuery, phoneHash: Buffer | undefined): Where {
  const { kewenangan } = query;
  const openedBefore = endOf(query.opened_to);
  const where = new Where()
    .and('c.status = any(?::text[])', query.status)
    .and('exists (select from link l where l.complaint_id = c.id and l.instance = ?)', query.instance)
    .and('c.handler = ?', query.handler)
    .and('c.category = ?', query.category)
    .and('c.opd = ?', query.opd)
    .and('c.channel = ?', query.channel)
    .and('c.rahasia = ?', query.rahasia)
    .and('c.opened_at >= ?', startOf(query.opened_from))
    .and(OPENED_BEFORE, openedBefore, openedBefore)
    .and(DUE, query.due && query.due === 'overdue')
    .and('c.phone_hash = ?', phoneHash);
  if (query.kecamatan !== undefined) inArea(where, query.kecamatan);
  if (kewenangan === 'unknown') return where.and('c.kewenangan is null');
  return where.and('c.kewenangan = ?', kewenangan);
}

function shown({ id: _id, location, ...row }: Row): ComplaintView {
  return {
    ...row,
    status_label: STATUS[row.status].label,
    category_label: row.category && CATEGORY[row.category],
    location: location && placeOf(location),
  };
}

export const placeOf = ({ areaCode, ...place }: Location): Place => ({ ...place, area_code: areaCode });
