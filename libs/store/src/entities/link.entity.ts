import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Link } from '#complaint';

@Entity('link')
export class LinkEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'complaint_id' }) complaintId!: string;
  @Column('text') instance!: string;
  @Column('text', { name: 'external_id', nullable: true }) externalId!: string | null;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text') role!: Link['role'];
  @Column('text') state!: Link['state'];
  @Column('text', { nullable: true }) url!: string | null;
  @Column('text', { nullable: true }) label!: string | null;
  @Column('timestamptz', { name: 'label_at', nullable: true }) labelAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
