import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How the two sides differ.
 *
 * `missing_here`: a case or a reply that we never heard of. `missing_there`: a case that we know and that the platform
 * no longer has. `other_status`: it stands elsewhere there. `missing_reply`: we delivered a reply and it is not there.
 */
export type DriftKind = 'missing_here' | 'missing_there' | 'other_status' | 'missing_reply';

/** `repaired`: under way by itself. `open`: a person decides. `settled`: a later run found both sides equal. */
export type DriftState = 'repaired' | 'open' | 'dismissed' | 'settled';

@Entity('drift')
export class DriftEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'run_id' }) runId!: string;
  @Column('text') instance!: string;
  @Column('text') kind!: DriftKind;
  @Column('text') what!: 'case' | 'reply' | 'status' | 'facts';
  @Column('text') state!: DriftState;
  @Column('uuid', { name: 'complaint_id', nullable: true }) complaintId!: string | null;
  @Column('text', { name: 'external_id' }) externalId!: string;
  @Column('text') subject!: string;
  @Column('uuid', { name: 'delivery_id', nullable: true }) deliveryId!: string | null;
  @Column('text') sentence!: string;
  @Column('timestamptz', { name: 'found_at' }) foundAt!: Date;
  @Column('text', { nullable: true }) reason!: string | null;
}
