import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeadlineKind } from '#complaint';

@Entity('deadline')
export class DeadlineEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' }) complaintId!: string;
  @PrimaryColumn('text') kind!: DeadlineKind;
  @Column('timestamptz', { name: 'start_at' }) startAt!: Date;
  @Column('timestamptz', { name: 'warn_at' }) warnAt!: Date;
  /** The first moment that is too late. */
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('timestamptz', { name: 'met_at', nullable: true }) metAt!: Date | null;
  /** The reporter is being asked: the clock stands. */
  @Column('boolean', { name: 'is_paused' }) isPaused!: boolean;
  @Column('text') source!: string;
  @Column('boolean') verified!: boolean;
}
