import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { PatternFilter, Reason } from '../paging/fields.ts';
import { ConfigurationText } from '../profiles/profile.dto.ts';

const NAME = /^[a-z][a-z0-9-]{1,39}$/;
const NAME_WORDS = 'harus huruf kecil, angka dan tanda hubung, misalnya laporgub-uji';

export class Connector {
  @ApiProperty({ example: 'laporgub' }) connector!: string;
  @ApiProperty({ type: [String], description: 'Koneksi yang memakainya' }) instances!: string[];
}

export class ConnectorList {
  @ApiProperty({ type: [Connector] }) data!: Connector[];
}

export class TemplateQuery {
  @PatternFilter(NAME, 'Nama koneksi yang akan dibuat', NAME_WORDS) name?: string;
}

export class Template {
  @ApiProperty({ description: 'Profil untuk memulai' }) text!: string;
  @ApiProperty({ type: [String], description: 'Variabel yang nilainya perlu diisi' }) variables!: string[];
}

export class NewInstanceRequest {
  @Matches(NAME, { message: NAME_WORDS })
  @ApiProperty({ pattern: NAME.source, example: 'laporgub-uji' })
  name!: string;

  @IsString({ message: 'wajib diisi' })
  @ApiProperty({ example: 'laporgub' })
  connector!: string;

  @IsOptional()
  @ConfigurationText('Profilnya; contoh dari konektor itu bila tidak disebut')
  @ApiProperty({ required: false })
  text?: string;

  @IsOptional()
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Nilai variabel profil: disimpan tersegel, tidak pernah dapat dibaca',
  })
  secrets?: object;

  @Reason() why!: string;
}
