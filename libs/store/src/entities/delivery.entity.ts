import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DeliveryState = 'waiting' | 'sending' | 'uncertain' | 'parked' | 'done' | 'skipped';

/** One thing that is, was or will be sent to one platform. */
@Entity('outbox')
export class DeliveryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('bigint') seq!: string;
  @Column('text') lane!: string;
  @Column('uuid', { name: 'complaint_id' }) complaintId!: string;
  @Column('text') instance!: string;
  @Column('text') kind!: string;
  @Column('uuid', { name: 'event_id', nullable: true }) eventId!: string | null;
  @Column('jsonb') body!: object;
  @Column('text') state!: DeliveryState;
  @Column('int') attempts!: number;
  @Column('timestamptz', { name: 'run_at' }) runAt!: Date;
  @Column('timestamptz', { name: 'tried_at', nullable: true }) triedAt!: Date | null;
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) rule!: string | null;
  @Column('text', { name: 'trace_id' }) traceId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
}
