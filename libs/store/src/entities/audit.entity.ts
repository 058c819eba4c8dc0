import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row per hop and per person's act. Append-only: the database refuses to change or delete one. */
@Entity('audit')
export class AuditEntity {
  @PrimaryColumn('bigint') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') hop!: 'receive' | 'ingest' | 'deliver' | 'person' | 'system';
  @Column('text') actor!: string;
  @Column('text', { nullable: true }) instance!: string | null;
  @Column('text', { nullable: true }) direction!: 'in' | 'out' | null;
  @Column('uuid', { name: 'complaint_id', nullable: true }) complaintId!: string | null;
  @Column('text', { name: 'event_id', nullable: true }) eventId!: string | null;
  @Column('text', { name: 'event_type', nullable: true }) eventType!: string | null;
  @Column('uuid', { name: 'delivery_id', nullable: true }) deliveryId!: string | null;
  @Column('bigint', { name: 'inbox_id', nullable: true }) inboxId!: string | null;
  @Column('text') outcome!: string;
  @Column('int', { nullable: true }) attempt!: number | null;
  @Column('text', { nullable: true }) rule!: string | null;
  @Column('text', { nullable: true }) detail!: string | null;
  @Column('jsonb', { nullable: true }) request!: unknown;
  @Column('jsonb', { nullable: true }) answer!: unknown;
  @Column('int', { name: 'duration_ms', nullable: true }) durationMs!: number | null;
  @Column('text', { name: 'trace_id' }) traceId!: string;
}
