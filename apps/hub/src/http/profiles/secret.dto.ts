import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Optional } from '../paging/fields.ts';
import { badField } from '../problems/problem.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,79}$/;
const MAX_VALUE_CHARS = 4_000;
const MAX_SECRETS = 50;
const OVERLAPS = ['1h', '24h', '7d'] as const;
const ORIGINS = ['saved', 'environment', 'default', 'missing'] as const;

export class Secret {
  @ApiProperty({ example: 'LAPORGUB_CLIENT_SECRET' }) name!: string;
  @ApiProperty({
    enum: ORIGINS,
    description: 'saved: disimpan di simpul; environment: dari lingkungan; default: bawaan profil; missing: belum ada',
  })
  origin!: (typeof ORIGINS)[number];
  @ApiProperty({ description: 'true: profil memakainya' }) used!: boolean;
  @ApiProperty({ type: String, nullable: true }) set_by!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) set_at!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Sampai kapan yang lama diterima' })
  previous_until!: Date | null;
}

export class SecretList {
  @ApiProperty({ type: [Secret], description: 'Nama saja; nilainya tidak pernah dapat dibaca' }) data!: Secret[];
}

type SecretValues = Record<string, string | null>;

/** The body of a request that sets secrets: names with their values, `null` to remove one. */
export const SECRETS_BODY = {
  schema: {
    type: 'object' as const,
    additionalProperties: { type: ['string', 'null'] as unknown as string, maxLength: MAX_VALUE_CHARS },
    description: 'NAMA: nilai. null menghapus nilai yang disimpan; yang dari lingkungan berlaku lagi',
    example: { LAPORGUB_CLIENT_SECRET: 'rahasia baru' },
  },
};

export function readSecrets(body: unknown): SecretValues {
  const entries = typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.entries(body) : [];
  if (entries.length === 0 || entries.length > MAX_SECRETS)
    throw badField('', `kirim 1 sampai ${MAX_SECRETS} NAMA: nilai`);
  for (const [name, value] of entries) {
    if (!NAME.test(name)) throw badField(name, 'harus berupa nama variabel, misalnya LAPORGUB_CLIENT_SECRET');
    if (!isValue(value)) throw badField(name, `harus berupa teks paling panjang ${MAX_VALUE_CHARS} huruf, atau null`);
  }
  return Object.fromEntries(entries);
}

const isValue = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && value !== '' && value.length <= MAX_VALUE_CHARS && !value.includes('\0'));

export class RotationRequest {
  @Optional()
  @IsIn(OVERLAPS, { message: `hanya mengenal ${OVERLAPS.join(', ')}` })
  @ApiProperty({
    required: false,
    enum: OVERLAPS,
    default: '24h',
    description: 'Selama ini rahasia lama masih diterima',
  })
  overlap: (typeof OVERLAPS)[number] = '24h';
}

export class Rotation {
  @ApiProperty({ example: 'LAPORGUB_WEBHOOK_SECRET' }) name!: string;
  @ApiProperty({ description: 'Pasang di platform sekarang: hanya tampil sekali' }) secret!: string;
  @ApiProperty({ type: String, format: 'date-time' }) previous_until!: Date;
}
