import { ChannelReader } from '#connector';

/** Reads Facebook's units; all of its words stand in the profile. */
export class FacebookMapper extends ChannelReader {}
