interface Chosen<Status, Outcome, Rejection> {
  status: Status;
  outcome: Outcome | null;
  rejection: Rejection | null;
}

/** A status with what belongs to it: a result only where something was done, a reason only where it was refused. */
export const statusTold = <Status extends string, Outcome, Rejection>({
  status,
  outcome,
  rejection,
}: Chosen<Status, Outcome, Rejection>) => ({
  status,
  ...(status === 'resolved' && outcome !== null ? { outcome } : {}),
  ...(status === 'rejected' && rejection !== null ? { rejection } : {}),
});
