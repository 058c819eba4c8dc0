import { type Caller, may } from '../access/caller.ts';
import { isEverything } from '../access/scope.ts';

/**
 * Whether the caller may learn who complained.
 *
 * Of an anonymous complaint an office learns nothing: it is the office that the reporter may fear. Only who sees all
 * complaints may, with a reason.
 */
export const mayLearn = (caller: Caller, anonim: boolean): boolean =>
  may(caller, 'complaints.identity') && (!anonim || isEverything(caller.scope));
