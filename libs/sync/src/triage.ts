import type { Category, Kewenangan, Location } from '#complaint';
import { type ActDone, decideProposal, proposalById, type Proposal } from '#store';
import { actOn, ActRefused } from './acts.ts';
import type { Hub } from './hub.ts';
import type { Actor } from './people.ts';

/** What a person says a complaint is about, whose duty it is, and where. */
export interface Decided {
  category: Category;
  kewenangan: Kewenangan | null;
  location: Location | null;
}

/** `accept`: as it was proposed. */
export type TriageDecision =
  | { accept: true; locate: (areaCode: string) => Location | null }
  | { accept: false; decided: Decided };

/** Decides about a proposal; the rules say where the complaint then goes. `null` where there is no such proposal. */
export async function triage(hub: Hub, id: string, decision: TriageDecision, by: Actor): Promise<ActDone | null> {
  const proposal = await proposalById(hub.pool, id);
  if (!proposal) return null;
  const decided = decision.accept ? asProposed(proposal, decision.locate) : decision.decided;
  const { category, kewenangan, location } = decided;
  const act = { kind: 'triage', accepted: decision.accept, ...decided } as const;
  const state = decision.accept ? 'accepted' : 'corrected';
  const ruling = { state, category, kewenangan, area: location?.areaCode ?? null, by } as const;
  return actOn(hub, proposal.complaintId, act, by, {
    alongside: async (tx) => {
      if (!(await decideProposal(tx, id, ruling))) throw new ActRefused('Usulan ini sudah diputuskan.');
    },
  });
}

function asProposed({ category, kewenangan, area }: Proposal, locate: (areaCode: string) => Location | null): Decided {
  if (category === null) throw new ActRefused('Belum ada pokok yang diusulkan: pilih pokoknya dulu.');
  return { category, kewenangan, location: area === null ? null : locate(area) };
}
