/** One thing that is wrong in a profile, with where it stands and what to do about it. */
export interface Fault {
  file: string;
  /** Line and column count from 1. */
  line: number;
  column: number;
  /** Dotted, empty for the whole file. */
  path: string;
  message: string;
  /** The variable that has no value, where that is the fault. */
  variable?: string;
}

/** Everything that is wrong in a profile, at once: nobody should start a service ten times to find ten typing errors. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';

  constructor(readonly faults: readonly Fault[]) {
    super(
      faults.map(({ file, line, path, message }) => `${file}:${line} ${path ? `${path}: ` : ''}${message}`).join('\n'),
    );
  }
}

export type Path = readonly (string | number)[];
/** Notes a fault below the value that is being checked. */
export type Report = (below: Path, message: string) => void;
