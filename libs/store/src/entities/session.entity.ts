import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One log-in of a person; the token itself is with the browser alone. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) agent!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  /** When its token was first used in vain: that is audited once, not at each try. */
  @Column('timestamptz', { name: 'refused_at', nullable: true }) refusedAt!: Date | null;
}
