import { Column, Entity, PrimaryColumn } from 'typeorm';

export type RunState = 'running' | 'done' | 'halted' | 'failed';

/** One comparison of everything that is linked on one instance. */
@Entity('reconciliation')
export class ReconciliationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') instance!: string;
  @Column('text') state!: RunState;
  @Column('text') phase!: 'there' | 'here';
  @Column('text', { name: 'asked_by' }) askedBy!: string;
  @Column('boolean', { name: 'accepts_fewer' }) acceptsFewer!: boolean;
  @Column('int') listed!: number;
  @Column('int') fetched!: number;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { name: 'trace_id' }) traceId!: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
