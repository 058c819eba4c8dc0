import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message as it was received. The body is sealed; see Sealer. */
@Entity('inbox')
export class InboxEntity {
  @PrimaryColumn('bigint') id!: string;
  @Column('text') instance!: string;
  @Column('text') kind!: 'webhook' | 'poll' | 'case' | 'unit';
  @Column('text', { name: 'delivery_id' }) deliveryId!: string;
  @Column('text') state!: 'new' | 'waiting' | 'parked' | 'done' | 'skipped';
  @Column('int') attempts!: number;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { name: 'case_key', nullable: true }) caseKey!: string | null;
  @Column('text', { name: 'trace_id' }) traceId!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
