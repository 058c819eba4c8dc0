import { BY_ID, ChannelReader } from '#connector';

/** Reads TikTok's units; all of its words stand in the profile. */
export class TiktokMapper extends ChannelReader {}

export interface MediaName {
  conversation: string;
  message: string;
  id: string;
  kind: string;
}

/** A file by the ids under which it is asked for; `null` where it is none of ours. */
export function mediaIn(url: string): MediaName | null {
  const [conversation, message, id, kind, ...more] = url.startsWith(BY_ID) ? url.slice(BY_ID.length).split('/') : [];
  if (!conversation || !message || !id || !kind || more.length > 0) return null;
  return { conversation: decodeURIComponent(conversation), message, id, kind };
}
