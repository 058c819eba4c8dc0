export * from './act.ts';
export * from './apply.ts';
export * from './category.ts';
export * from './complaint.ts';
export * from './event.ts';
export * from './message.ts';
export * from './route.ts';
export * from './status.ts';
