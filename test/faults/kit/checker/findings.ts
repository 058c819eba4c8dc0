import type { Pool } from 'pg';

export type FindingKind = 'lost' | 'phantom' | 'doubled' | 'out_of_order' | 'echoed' | 'not_converged';

/** Something that must not be, and where to look for its reason. */
export interface Finding {
  kind: FindingKind;
  what: string;
  /** Of the complaint, where the hub knows one. */
  complaintId: string | null;
  /** The hub's audit of the complaint, oldest first. */
  trail: string[];
}

const TRAIL_ROWS = 60;
const MOST_TRAILS = 20;

/** Adds what the hub itself says about each finding's complaint: trace ids and audit rows. */
export async function withTrails(pool: Pool, findings: Finding[]): Promise<Finding[]> {
  for (const finding of findings.slice(0, MOST_TRAILS)) {
    const { rows } = await pool.query<{ line: string }>(
      `select concat_ws(' ', '#' || id, to_char(at, 'HH24:MI:SS.MS'), 'trace=' || trace_id, hop, instance, event_type,
                        outcome, 'attempt=' || attempt, detail) as line
       from audit where complaint_id = $1 order by id limit ${TRAIL_ROWS}`,
      [finding.complaintId],
    );
    finding.trail = rows.map(({ line }) => line);
  }
  return findings;
}

export const inWords = (findings: readonly Finding[]): string =>
  findings
    .map(({ kind, what, trail }) => [`${kind}: ${what}`, ...trail.map((line) => `    ${line}`)].join('\n'))
    .join('\n');
