import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_ROLES, type AccountRole } from '#store';
import { ALL_PERMISSIONS, type Permission } from '../access/permissions.ts';
import { CodeField, EmailField, PasswordField } from './fields.ts';

export class LogIn {
  @EmailField() email!: string;
  @PasswordField() password!: string;
  @CodeField() totp?: string;
}

export class LoggedIn {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'siti@aduan.example.go.id' }) email!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ACCOUNT_ROLES }) role!: AccountRole;
  @ApiProperty({ type: String, required: false, description: 'OPD atau instansi; hanya aduannya yang terlihat' })
  opd?: string;
  @ApiProperty({ type: String, required: false, example: '33.03.09', description: 'Kode wilayah' }) kecamatan?: string;
  @ApiProperty({ enum: ALL_PERMISSIONS, isArray: true, description: 'Yang boleh dilakukan' })
  permissions!: Permission[];
}

export class SessionView {
  @ApiProperty({ type: LoggedIn }) user!: LoggedIn;
  @ApiProperty({ description: 'Dikirim sebagai X-CSRF-Token pada setiap perubahan' }) csrf!: string;
}

export class Ended {
  @ApiProperty({ description: 'Berapa sesi yang diakhiri' }) ended!: number;
}

export class LogInWays {
  @ApiProperty({ description: 'Lewat penyedia OIDC, di /api/v1/oidc/start' }) oidc!: boolean;
}
