import { BIGINT, UUID } from '../paging/cursor.ts';
import { notFound } from '../problems/problem.ts';
import type { ParkedKind } from './parked.dto.ts';

/** `d_<uuid>` is a delivery, `m_<number>` a message. */
export const FORM = /^(d_[0-9a-f-]{36}|m_\d{1,18})$/;

export interface ParkedId {
  type: ParkedKind;
  key: string;
}

export function readId(id: string): ParkedId {
  const key = id.slice(2);
  if (id.startsWith('d_') && UUID.test(key)) return { type: 'delivery', key };
  if (id.startsWith('m_') && BIGINT.test(key)) return { type: 'message', key };
  throw notFound('Kiriman atau pesan itu');
}
