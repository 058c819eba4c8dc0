import type { AuditEntry } from './audit.dto.ts';

/** One row as a CloudEvent 1.0, for whoever collects events of many systems. */
export function cloudEventOf(row: AuditEntry, publicUrl: string): object {
  const { id, at, hop, outcome, complaint, trace_id: traceid, ...data } = row;
  return {
    specversion: '1.0',
    id,
    source: `${publicUrl}/api/v1/audit`,
    type: `simpul.audit.${hop}.${outcome}`,
    time: at.toISOString(),
    ...(complaint === null ? {} : { subject: complaint }),
    traceid,
    datacontenttype: 'application/json',
    data: { hop, outcome, ...data },
  };
}
