import { ChannelReader } from '#connector';

/** Reads Instagram's units; all of its words stand in the profile. */
export class InstagramMapper extends ChannelReader {}
