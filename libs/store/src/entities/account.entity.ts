import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountRole } from '../account-role.ts';

/** A person who may log in. An office's roles name their office: `opd`, or the code of a kecamatan. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid') id!: string;
  /** In small letters. */
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') role!: AccountRole;
  @Column('text', { nullable: true }) opd!: string | null;
  @Column('text', { nullable: true }) kecamatan!: string | null;
  /** As argon2id made it; `null` until the invitation is taken up. */
  @Column('text', { nullable: true }) password!: string | null;
  /** Of the second factor, sealed; it counts once it is confirmed. */
  @Column('bytea', { nullable: true }) totp!: Buffer | null;
  @Column('timestamptz', { name: 'totp_confirmed_at', nullable: true }) totpConfirmedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
}
