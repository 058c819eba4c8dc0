export * from './apply.ts';
export * from './category.ts';
export * from './complaint.ts';
export * from './deadlines.ts';
export * from './event.ts';
export * from './milestones.ts';
export * from './route.ts';
export * from './status.ts';
