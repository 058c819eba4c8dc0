import { describe, expect, test } from '@jest/globals';
import type { Complaint, EventOf } from '#complaint';
import { statedAnew, statedIn } from './stated.ts';

const COMPLAINT = { location: { areaCode: '33.03.09.2004', desa: 'Banjarsari' } } as Complaint;
const OPENED = {
  type: 'opened',
  facts: {},
  marks: { anonim: true, rahasia: false },
  unread: ['anonim'],
} as unknown as EventOf<'opened'>;
const SNAPSHOT = {
  type: 'disposed',
  snapshot: true,
  facts: { category: 'road', location: { areaCode: '33.03.09' } },
} as unknown as EventOf<'disposed'>;

describe('a mark that could not be read', () => {
  test('says nothing of a complaint that is known', () => {
    expect(statedAnew(OPENED, { stated: null }, COMPLAINT).marks).toEqual({ anonim: false, rahasia: false });
  });

  test('is still news once it is said in so many words', () => {
    const stated = statedIn(OPENED, { stated: null });
    const said = { ...OPENED, unread: undefined };
    expect(statedAnew(said, { stated }, COMPLAINT).marks).toEqual({ anonim: true, rahasia: false });
  });
});

describe('the place that a platform shows', () => {
  test('is no other place where it is merely vaguer than what is known', () => {
    expect(statedAnew(SNAPSHOT, { stated: null }, COMPLAINT).facts).toEqual({ category: 'road' });
  });

  test('counts once it states another than before', () => {
    const stated = statedIn(SNAPSHOT, { stated: null });
    const location = { areaCode: '33.03.10' };
    expect(statedAnew({ ...SNAPSHOT, facts: { location } }, { stated }, COMPLAINT).facts).toEqual({ location });
  });
});
