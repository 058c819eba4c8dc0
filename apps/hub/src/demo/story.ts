export type Platform = 'lapor-masbup' | 'laporgub' | 'smartdpu';

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
  from: 'lapor-masbup' | 'laporgub';
  channel: string;
  /** Who has to act in the end. */
  goesTo: Platform;
  filing: { play: string; input: Record<string, string> };
  steps: Step[];
}
