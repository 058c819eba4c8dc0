import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One configured connector and what the processes share about it. */
@Entity('instance')
export class InstanceEntity {
  @PrimaryColumn('text') name!: string;
  @Column('text') connector!: string;
  @Column('text') state!: 'active' | 'paused';
  @Column('text', { name: 'paused_reason', nullable: true }) pausedReason!: string | null;
  @Column('text', { name: 'paused_by', nullable: true }) pausedBy!: string | null;
  @Column('timestamptz', { name: 'paused_at', nullable: true }) pausedAt!: Date | null;
  @Column('text', { nullable: true }) cursor!: string | null;
  @Column('timestamptz', { name: 'polled_at', nullable: true }) polledAt!: Date | null;
  @Column('text', { name: 'poll_error', nullable: true }) pollError!: string | null;
  @Column('timestamptz', { name: 'heard_at', nullable: true }) heardAt!: Date | null;
  @Column('int', { name: 'breaker_failures' }) breakerFailures!: number;
  @Column('timestamptz', { name: 'breaker_until', nullable: true }) breakerUntil!: Date | null;
}
