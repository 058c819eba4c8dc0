import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { PasswordField } from './fields.ts';

export class PasswordChange {
  @PasswordField('Kata sandi sekarang') current!: string;
  @PasswordField('Paling sedikit 12 huruf, bukan yang umum') password!: string;
}

export class ProposedFactor {
  @ApiProperty({ description: 'Untuk diketik bila kode QR tidak dapat dipindai; base32' }) secret!: string;
  @ApiProperty({ description: 'Untuk kode QR', example: 'otpauth://totp/...' }) uri!: string;
}

export class Confirmation {
  @Matches(/^\d{6}$/, { message: 'harus berupa enam angka' })
  @ApiProperty({ pattern: String.raw`^\d{6}$`, description: 'Kode yang sedang tampil' })
  totp!: string;
}

export class FactorState {
  @ApiProperty({ description: 'Apakah masuk memerlukan faktor kedua' }) totp!: boolean;
  @ApiProperty({ description: 'Kode pemulihan yang belum dipakai' }) recovery_left!: number;
}

export class RecoveryCodes {
  @ApiProperty({
    type: [String],
    example: ['7K3QM-X9PDW'],
    description: 'Hanya ditampilkan sekali; masing-masing sekali pakai',
  })
  recovery_codes!: string[];
}
