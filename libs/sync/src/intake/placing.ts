import { type Command, readCommand } from './command.ts';

/** What is known when something is said. */
export interface Scene {
  text: string;
  button?: string | undefined;
  hasContent: boolean;
  /** The platform did not hand its content over. */
  isUnreadable: boolean;
  /** The complaint that the quoted message belongs to, ended or not. */
  quoted: string | null;
  /** The complaint raised here last. */
  last: { id: string; isOpen: boolean } | null;
  /** Messages of this person in the last hour, this one included. */
  heardLastHour: number;
  messagesPerHour: number;
}

export type Placing =
  | { to: 'answer'; command: Extract<Command, { kind: 'status' }> }
  | { to: 'start'; rest: string }
  | { to: 'follow_up'; complaintId: string }
  | { to: 'not_done'; complaintId: string }
  | { to: 'collect' }
  | { to: 'drop'; reason: 'flood' | 'unreadable' | 'empty' };

/** Where something that was said belongs. A quoted message decides, then the complaint that is open. */
export function placing(scene: Scene): Placing {
  const { quoted, last } = scene;
  if (scene.heardLastHour > scene.messagesPerHour) return { to: 'drop', reason: 'flood' };
  const command = readCommand(scene.text, scene.button);
  if (command?.kind === 'status') return { to: 'answer', command };
  if (command?.kind === 'new') return { to: 'start', rest: command.rest };
  const answered = quoted ?? last?.id;
  if (command?.kind === 'not_done' && answered !== undefined) return { to: 'not_done', complaintId: answered };
  if (!scene.hasContent) return { to: 'drop', reason: scene.isUnreadable ? 'unreadable' : 'empty' };
  if (quoted !== null) return { to: 'follow_up', complaintId: quoted };
  if (last?.isOpen) return { to: 'follow_up', complaintId: last.id };
  return { to: 'collect' };
}
