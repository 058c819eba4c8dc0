import { Column, Entity, PrimaryColumn } from 'typeorm';

export type VersionSource = 'file' | 'saved' | 'rollback';

/** A text of the configuration as it stood from one moment on. */
@Entity('configuration_version')
export class ConfigurationVersionEntity {
  @PrimaryColumn('text') subject!: string;
  @PrimaryColumn('int') version!: number;
  @Column('text') text!: string;
  @Column('text') source!: VersionSource;
  @Column('text', { name: 'saved_by' }) savedBy!: string;
  @Column('text') why!: string;
  @Column('timestamptz', { name: 'saved_at' }) savedAt!: Date;
}
