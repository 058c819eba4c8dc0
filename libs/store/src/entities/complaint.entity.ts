import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category, Kewenangan, Location, Outcome, Rejection, Status } from '#complaint';

@Entity('complaint')
export class ComplaintEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  /** The tracking link's unguessable part. */
  @Column('text') token!: string;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text') text!: string;
  @Column('text') channel!: string;
  @Column('text') origin!: string;
  @Column('text') handler!: string;
  @Column('text') status!: Status;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('text', { nullable: true }) rejection!: Rejection | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) category!: Category | null;
  @Column('text', { nullable: true }) kewenangan!: Kewenangan | null;
  @Column('text', { nullable: true }) opd!: string | null;
  @Column('jsonb', { nullable: true }) location!: Location | null;
  @Column('boolean') anonim!: boolean;
  @Column('boolean') rahasia!: boolean;
  @Column('text', { array: true, name: 'returned_by' }) returnedBy!: string[];
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
