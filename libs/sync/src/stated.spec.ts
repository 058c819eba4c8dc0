import { describe, expect, test } from '@jest/globals';
import type { Complaint, EventOf } from '#complaint';
import { anew, statedAnew, statedIn } from './stated.ts';

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

describe('what a platform has stated', () => {
  const opened = { ...OPENED, unread: undefined, marks: { anonim: false, rahasia: true } };
  const disposed = (facts: object, marks?: object) => ({ ...SNAPSHOT, facts, marks }) as EventOf<'disposed'>;

  test('of marks stands where it leaves them out, and changes where it names them', () => {
    const first = statedIn(opened, { stated: null });
    expect(first).toEqual({ marks: { anonim: false, rahasia: true }, facts: null });
    expect(statedIn(disposed({}), { stated: first }).marks).toEqual({ anonim: false, rahasia: true });
    const second = statedIn(disposed({}, { anonim: true, rahasia: false }), { stated: first });
    expect(second.marks).toEqual({ anonim: true, rahasia: false });
    expect(statedIn(disposed({}), { stated: null }).marks).toEqual({ anonim: false, rahasia: false });
  });

  test('of facts is gathered from what it says of them; a beginning told again says nothing of them', () => {
    const first = statedIn(disposed({ category: 'road', opd: null, kewenangan: undefined }), { stated: null });
    expect(first.facts).toEqual({ category: 'road' });
    const second = statedIn(disposed({ kewenangan: 'provinsi' }), { stated: first });
    expect(second.facts).toEqual({ category: 'road', kewenangan: 'provinsi' });
    expect(statedIn(opened, { stated: second }).facts).toEqual(second.facts);
  });

  test('is news of each mark by itself, once', () => {
    const both = { ...opened, marks: { anonim: true, rahasia: true } };
    const stated = (anonim: boolean, rahasia: boolean) => ({ stated: { marks: { anonim, rahasia }, facts: null } });
    const anewOf = (before: Parameters<typeof statedAnew>[1]) => statedAnew(both, before, COMPLAINT).marks;
    expect(anewOf({ stated: null })).toEqual({ anonim: true, rahasia: true });
    expect(anewOf(stated(true, false))).toEqual({ anonim: false, rahasia: true });
    expect(anewOf(stated(false, true))).toEqual({ anonim: true, rahasia: false });
  });

  test('of facts is news where it differs from before, and counts whole where it is told as a decision', () => {
    const before = {
      stated: { marks: { anonim: false, rahasia: false }, facts: { category: 'road', opd: 'A' } as const },
    };
    const facts = { category: 'road', opd: 'B', kewenangan: null } as const;
    expect(statedAnew(disposed(facts), before, COMPLAINT).facts).toEqual({ opd: 'B' });
    expect(statedAnew(disposed({ opd: null }), before, COMPLAINT).facts).toEqual({ opd: null });
    expect(statedAnew({ ...disposed(facts), snapshot: false }, before, COMPLAINT).facts).toEqual(facts);
    expect(statedAnew({ ...disposed(facts), snapshot: undefined }, before, COMPLAINT).facts).toEqual(facts);
  });

  test('of a place counts unless the complaint is known to lie within it', () => {
    const placeOf = (location: object, here: object | null) =>
      statedAnew(disposed({ location }), { stated: null }, { location: here } as Complaint).facts.location;
    expect(placeOf({ areaCode: '33.03.09' }, null)).toEqual({ areaCode: '33.03.09' });
    expect(placeOf({ areaCode: '33.03.09' }, { areaCode: '33.03.091' })).toEqual({ areaCode: '33.03.09' });
    expect(placeOf({ areaCode: '33.03.09' }, { address: 'Jalan Rekaan' })).toEqual({ areaCode: '33.03.09' });
    expect(placeOf({ address: 'Jalan Lain' }, { areaCode: '33.03.09' })).toEqual({ address: 'Jalan Lain' });
  });

  test('is taken from a beginning and a decision, and from nothing else', () => {
    const reply = { type: 'replied', marks: 'apa adanya' } as unknown as EventOf<'replied'>;
    const marked = { stated: { marks: { anonim: false, rahasia: true }, facts: null } };
    expect(anew(reply, marked, COMPLAINT)).toBe(reply);
    expect(anew(opened, marked, COMPLAINT)).toMatchObject({ marks: { rahasia: false } });
    expect(anew(disposed({}, { rahasia: true }), marked, COMPLAINT)).toMatchObject({ marks: { rahasia: false } });
  });
});
