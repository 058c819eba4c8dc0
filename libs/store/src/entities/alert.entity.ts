import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a person has to know of; open until its cause is gone. */
@Entity('alert')
export class AlertEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: string;
  @Column('text') instance!: string;
  @Column('text') subject!: string;
  @Column('text') message!: string;
  @Column('int') count!: number;
  /** What it has been told of: it is told again once it is more than that. */
  @Column('int', { name: 'told_count' }) toldCount!: number;
  @Column('timestamptz', { name: 'told_at' }) toldAt!: Date;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
}
