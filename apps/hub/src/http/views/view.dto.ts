import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { NameField } from '../accounts/fields.ts';
import { NoNul } from '../paging/fields.ts';

const PAGES = ['aduan', 'audit'] as const;
const MOST_CHARS = 2_000;

export class NewView {
  @IsIn(PAGES, { message: `hanya mengenal ${PAGES.join(', ')}` })
  @ApiProperty({ enum: PAGES, description: 'Halaman konsol' })
  page!: (typeof PAGES)[number];

  @NameField('Nama tampilan; nama yang sudah ada memperoleh saringan yang baru') name!: string;

  @IsString({ message: 'harus berupa teks' })
  @MaxLength(MOST_CHARS, { message: `paling panjang ${MOST_CHARS} huruf` })
  @NoNul()
  @ApiProperty({
    maxLength: MOST_CHARS,
    example: 'status=received&channel=whatsapp',
    description: 'Nomor telepon yang dicari tidak ikut disimpan',
  })
  query!: string;
}

export class ViewItem {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: PAGES }) page!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Saringan, sebagaimana di alamat halaman' }) query!: string;
}

export class ViewList {
  @ApiProperty({ type: [ViewItem] }) data!: ViewItem[];
}

export class RemovedView {
  @ApiProperty({ format: 'uuid' }) id!: string;
}
