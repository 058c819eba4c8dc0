type Office = 'lapor-masbup' | 'laporgub' | 'smartdpu';
/** Where citizens speak by themselves. */
type Channel = 'whatsapp' | 'instagram' | 'facebook' | 'tiktok';
export type Platform = Office | Channel;

/** One thing that a person does on a platform, so many simulated minutes after the last. */
export interface Step {
  after: number;
  at: Platform;
  play: string;
  input: Record<string, string>;
}

export type Kind = 'provincial' | 'infrastructure' | 'at_home' | 'handed_down' | 'short' | 'secret' | 'mistaken';

/** A complaint from its filing to its end, as people will play it. */
export interface Story {
  kind: Kind;
  /** Simulated minutes since the first midnight. */
  at: number;
  from: 'lapor-masbup' | 'laporgub' | Channel;
  channel: string;
  /** Who has to act in the end. */
  goesTo: Office;
  filing: { play: string; input: Record<string, string> };
  steps: Step[];
}
