export type { Area } from './area.ts';
export { drawnIn, fold } from './fold.ts';
export { highlight, type Span } from './highlight.ts';
export { type Knowledge, learn, type Sources } from './learn.ts';
export * from './rules.ts';
export { understand } from './understand.ts';
export * from './understanding.ts';
