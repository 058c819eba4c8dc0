import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ComplaintEvent, Effect, EventType } from '#complaint';

/** One thing that happened, never edited. `body` is null for the echo of our own write. */
@Entity('event')
export class EventEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'complaint_id' }) complaintId!: string;
  @Column('text') instance!: string;
  @Column('text', { name: 'event_id' }) eventId!: string;
  @Column('text') type!: EventType;
  @Column('timestamptz') at!: Date;
  @Column('jsonb', { nullable: true }) body!: ComplaintEvent | null;
  @Column('text') effect!: Effect | 'echo' | 'stale';
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
