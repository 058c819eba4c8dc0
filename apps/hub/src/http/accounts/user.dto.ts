import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { ACCOUNT_ROLES, type AccountRole } from '#store';
import { EmailField, NameField } from './fields.ts';

const KECAMATAN = /^\d{2}\.\d{2}\.\d{2}$/;
const OPD = 'OPD atau instansi, sebagaimana tertulis pada aduan: wajib bagi admin_opd dan admin_vertikal';

class Office {
  @NameField(OPD, true) opd?: string | null;

  @IsOptional()
  @Matches(KECAMATAN, { message: 'harus berupa kode kecamatan, misalnya 33.03.09' })
  @ApiProperty({
    required: false,
    type: String,
    nullable: true,
    pattern: KECAMATAN.source,
    description: 'Wajib bagi admin_kecamatan',
  })
  kecamatan?: string | null;
}

export class NewUser extends Office {
  @EmailField() email!: string;
  @NameField('Nama') name!: string;

  @IsIn(ACCOUNT_ROLES, { message: `hanya mengenal ${ACCOUNT_ROLES.join(', ')}` })
  @ApiProperty({ enum: ACCOUNT_ROLES })
  role!: AccountRole;
}

export class UserChanges extends Office {
  @NameField('Nama', true) name?: string;

  @IsOptional()
  @IsIn(ACCOUNT_ROLES, { message: `hanya mengenal ${ACCOUNT_ROLES.join(', ')}` })
  @ApiProperty({ required: false, enum: ACCOUNT_ROLES })
  role?: AccountRole;

  @IsOptional()
  @IsBoolean({ message: 'hanya mengenal true dan false' })
  @ApiProperty({ required: false, type: Boolean, description: 'true mengakhiri semua sesinya seketika' })
  disabled?: boolean;

  @IsOptional()
  @IsIn([false], { message: 'hanya mengenal false' })
  @ApiProperty({ required: false, enum: [false], description: 'Melepas faktor kedua yang hilang' })
  totp?: false;
}

export class UserView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() email!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ACCOUNT_ROLES }) role!: AccountRole;
  @ApiProperty({ type: String, nullable: true }) opd!: string | null;
  @ApiProperty({ type: String, nullable: true }) kecamatan!: string | null;
  @ApiProperty() disabled!: boolean;
  @ApiProperty({ description: 'false: undangannya belum dipakai' }) has_password!: boolean;
  @ApiProperty({ description: 'Memakai faktor kedua' }) totp!: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) created_at!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Terakhir memakai simpul' })
  seen_at!: Date | null;
}

export class UserList {
  @ApiProperty({ type: [UserView] }) data!: UserView[];
}

export class InvitationView {
  @ApiProperty({ description: 'Sekali pakai; sampaikan hanya kepada orangnya' }) url!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expires_at!: Date;
}
