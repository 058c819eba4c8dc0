import { INTAKE, type Intake } from '#sync';

/** For tests without a channel: nobody speaks, so nothing is understood. */
export const nobodySpeaks: Intake = {
  rules: INTAKE,
  applied: { area: true, road: true, category: true, kewenangan: true },
  isHere: () => true,
  now: () => new Date(),
  understand: () => {
    throw new Error('Nobody speaks in this test');
  },
};
