import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, type KeptDraft, recallDraft } from '../session/drafts.ts';
import { useWriter } from '../session/session.ts';

interface Draft extends KeptDraft {
  setText: (text: string) => void;
  isChanged: boolean;
  /** Another version became live than the one that this was begun from. */
  isOvertaken: boolean;
  /** Lets go of what was written, for what is live. */
  adopt: () => void;
}

const unchanged = ({ version, text }: KeptDraft['begun']): KeptDraft => ({ text, begun: { version, text } });

/**
 * The text of `name` as somebody changes it.
 *
 * Until it is saved or discarded it outlives the page and the session: the same person finds it again in the same tab.
 */
export function useDraft(name: string, live: KeptDraft['begun']): Draft {
  const writer = useWriter();
  const [draft, setDraft] = useState(() => recallDraft(writer, name) ?? unchanged(live));
  const { text, begun } = draft;
  const isChanged = text !== begun.text;
  const isOvertaken = begun.version !== live.version;
  const adopt = () => setDraft(unchanged(live));
  // What somebody is writing is not lost because another version became live.
  if (isOvertaken && (!isChanged || text === live.text)) adopt();
  useEffect(() => {
    if (!isChanged) dropDraft(writer, name);
  }, [writer, name, isChanged]);
  const setText = (next: string) => {
    // Kept here and now: a page that is being left tells its last change, and draws no more.
    keepDraft(writer, name, { text: next, begun });
    setDraft({ text: next, begun });
  };
  return { text, begun, setText, isChanged, isOvertaken, adopt };
}
