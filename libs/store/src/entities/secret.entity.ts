import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A value that a profile names but does not hold; sealed. */
@Entity('secret')
export class SecretEntity {
  @PrimaryColumn('text') instance!: string;
  @PrimaryColumn('text') name!: string;
  @Column('bytea') value!: Buffer;
  @Column('bytea', { nullable: true }) previous!: Buffer | null;
  @Column('timestamptz', { name: 'previous_until', nullable: true }) previousUntil!: Date | null;
  @Column('text', { name: 'set_by' }) setBy!: string;
  @Column('timestamptz', { name: 'set_at' }) setAt!: Date;
}
