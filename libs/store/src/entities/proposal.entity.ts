import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category, Kewenangan } from '#complaint';

/** `unsure`: the words do not say enough. `marked`: the reporter asks to be protected, so nothing is sent by a guess. */
export type ProposalWhy = 'unsure' | 'marked';
/** `superseded`: decided elsewhere before anybody looked at it here. */
export type ProposalState = 'waiting' | 'accepted' | 'corrected' | 'superseded';

@Entity('proposal')
export class ProposalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'complaint_id' }) complaintId!: string;
  @Column('text') why!: ProposalWhy;
  @Column('text', { nullable: true }) category!: Category | null;
  @Column('text', { nullable: true }) kewenangan!: Kewenangan | null;
  /** Kemendagri code of a kecamatan, desa or kelurahan. */
  @Column('text', { nullable: true }) area!: string | null;
  @Column('double precision') confidence!: number;
  /** The words that decided, as normalised. */
  @Column('jsonb') matched!: string[];
  @Column('jsonb') reasons!: string[];
  @Column('text') state!: ProposalState;
  @Column('text', { name: 'decided_category', nullable: true }) decidedCategory!: Category | null;
  @Column('text', { name: 'decided_kewenangan', nullable: true }) decidedKewenangan!: Kewenangan | null;
  @Column('text', { name: 'decided_area', nullable: true }) decidedArea!: string | null;
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
