import { labelKey } from '#connector';

/** A fact's id is made of what it states, so that webhook, list and case give it the same one. */
export const stated = (externalId: string, what: string, at: string): string =>
  `${externalId}/${what}/${new Date(at).toISOString()}`;

export const statusId = (externalId: string, label: string, at: string): string =>
  stated(externalId, `status/${labelKey(label)}`, at);

export const replyId = (externalId: string, id: string): string => `${externalId}/tanggapan/${id}`;
