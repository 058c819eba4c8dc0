export { ADVANCE, ChannelSimulator, type GraphOptions, GraphSimulator, PICTURE } from './channel.ts';
export { channelConformance } from './conformance/channel.ts';
export {
  answerTo,
  bytesOf,
  type ChannelOptions,
  readUnits,
  say,
  takeApart,
  until,
} from './conformance/channel-stage.ts';
export { conformance, type ConformanceOptions } from './conformance/index.ts';
export type { Fault, Faults } from './faults.ts';
export { type TestIo, testIo } from './io.ts';
export * from './platform.ts';
export { RateLimit } from './rate-limit.ts';
export type { SimulatedRequest } from './request.ts';
export type { SentWebhook } from './webhooks.ts';
export { type Comment, type Commenter, type DirectMessage, PostsSimulator } from './posts.ts';
