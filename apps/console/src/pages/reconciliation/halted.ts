interface Compared {
  id: string;
  instance: string;
  state: string;
}

/** The runs, newest first, whose list is still in question: where a platform was compared again since, none is. */
export const haltedNow = (runs: readonly Compared[]): string[] =>
  runs
    .filter(({ instance }, at) => runs.findIndex((each) => each.instance === instance) === at)
    .filter(({ state }) => state === 'halted')
    .map(({ id }) => id);
