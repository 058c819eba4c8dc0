import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('attachment')
export class AttachmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'complaint_id' }) complaintId!: string;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column('text') instance!: string;
  @Column('text', { name: 'external_id' }) externalId!: string;
  @Column('text') state!: 'pending' | 'stored' | 'refused';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) mime!: string | null;
  @Column('int', { nullable: true }) size!: number | null;
  @Column('bytea', { nullable: true }) sha256!: Buffer | null;
  /** The unguessable part of the address that the hub serves it at. */
  @Column('text') token!: string;
}
