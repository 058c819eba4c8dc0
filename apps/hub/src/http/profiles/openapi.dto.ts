import { ApiProperty } from '@nestjs/swagger';
import { IsDefined, IsOptional } from 'class-validator';
import { ConfigurationText } from './profile.dto.ts';

const KINDS = ['base_url', 'auth', 'method', 'path', 'field', 'query', 'answer', 'label'] as const;

export class OpenApiRequest {
  @IsDefined({ message: 'wajib diisi' })
  @ApiProperty({
    type: Object,
    description: 'Dokumen OpenAPI 3 atau Swagger 2 milik platform: JSON, atau teks JSON/YAML',
  })
  document!: unknown;

  @IsOptional()
  @ConfigurationText('Profil yang dibandingkan; yang berlaku bila tidak disebut')
  @ApiProperty({ required: false })
  text?: string;
}

export class ProposalShown {
  @ApiProperty({ enum: KINDS }) kind!: (typeof KINDS)[number];
  @ApiProperty({ example: 'requests.create.path', description: 'Kunci profil yang dapat diganti' }) key!: string;
  @ApiProperty({ type: String, nullable: true }) current!: string | null;
  @ApiProperty() proposed!: string;
  @ApiProperty({ minimum: 0, maximum: 1 }) confidence!: number;
  @ApiProperty({ description: 'Mengapa diusulkan' }) reason!: string;
}

export class Proposals {
  @ApiProperty({ description: 'Operasi yang terbaca di dokumen' }) operations!: number;
  @ApiProperty({ type: [ProposalShown], description: 'Yang paling yakin lebih dulu; tidak ada yang diterapkan' })
  data!: ProposalShown[];
}
