import type { Category, Kewenangan } from '#complaint';
import { v7 as uuidv7 } from 'uuid';
import { json } from './audit.ts';
import type { Db } from './db.ts';
import type { ProposalEntity } from './entities/index.ts';

/** What a complaint's text is taken for, where a person has to say whether it is so. */
export type Proposal = Pick<
  ProposalEntity,
  'why' | 'category' | 'kewenangan' | 'area' | 'confidence' | 'matched' | 'reasons'
>;

export interface NewProposal {
  complaintId: string;
  proposal: Proposal;
}

export async function insertProposals(tx: Db, rows: NewProposal[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'insert-proposals',
    text: `insert into proposal (id, complaint_id, why, category, kewenangan, area, confidence, matched, reasons)
           select id, "complaintId", why, category, kewenangan, area, confidence, matched, reasons
           from jsonb_to_recordset($1) as p(id uuid, "complaintId" uuid, why text, category text, kewenangan text,
             area text, confidence float8, matched jsonb, reasons jsonb)`,
    values: [json(rows.map(({ complaintId, proposal }) => ({ id: uuidv7(), complaintId, ...proposal })))],
  });
}

export async function proposalById(db: Db, id: string): Promise<ProposalEntity | undefined> {
  const { rows } = await db.query<ProposalEntity>(
    `select id, complaint_id as "complaintId", why, category, kewenangan, area, confidence, matched, reasons, state
     from proposal where id = $1`,
    [id],
  );
  return rows[0];
}

export interface Ruling {
  state: 'accepted' | 'corrected';
  category: Category;
  kewenangan: Kewenangan | null;
  area: string | null;
  by: string;
}

/** False where it waits no longer. */
export async function decideProposal(tx: Db, id: string, ruling: Ruling): Promise<boolean> {
  const { state, category, kewenangan, area, by } = ruling;
  const { rowCount } = await tx.query(
    `update proposal set state = $2, decided_category = $3, decided_kewenangan = $4, decided_area = $5,
       decided_by = $6, decided_at = now()
     where id = $1 and state = 'waiting'`,
    [id, state, category, kewenangan, area, by],
  );
  return rowCount === 1;
}

/** Somebody decided about these complaints otherwise: nobody has to be asked any more. */
export async function supersedeProposals(tx: Db, decided: ReadonlyMap<string, string>): Promise<void> {
  if (decided.size === 0) return;
  await tx.query({
    name: 'supersede-proposals',
    text: `update proposal set state = 'superseded', decided_by = d.by, decided_at = now()
           from unnest($1::uuid[], $2::text[]) as d(id, by)
           where complaint_id = d.id and state = 'waiting'`,
    values: [[...decided.keys()], [...decided.values()]],
  });
}
