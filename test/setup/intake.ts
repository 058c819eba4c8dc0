import { INTAKE, type Intake } from '#sync';

/** For tests without a channel: nobody speaks, so nothing is understood. */
export const nobodySpeaks: Intake = {
  rules: INTAKE,
  now: () => new Date(),
  apply: { area: false, road: false, category: false, kewenangan: false },
  understand: () => {
    throw new Error('Nobody speaks in this test');
  },
};
