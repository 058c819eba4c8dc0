/** How often what moves is asked for again. */
export const LIVE_MS = 2_000;
