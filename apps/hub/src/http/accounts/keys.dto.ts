import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { type Permission, SCOPES } from '../access/permissions.ts';
import { NameField } from './fields.ts';

export class NewKey {
  @NameField('Nama mesin atau sistem; begitulah jejak audit menyebutnya') name!: string;

  @IsArray({ message: 'harus berupa daftar' })
  @ArrayMinSize(1, { message: 'paling sedikit satu' })
  @ArrayMaxSize(SCOPES.length, { message: 'terlalu banyak' })
  @IsIn(SCOPES, { each: true, message: `hanya mengenal ${SCOPES.join(', ')}` })
  @ApiProperty({ enum: SCOPES, isArray: true, description: 'Yang boleh dilakukan dengan kunci ini' })
  scopes!: Permission[];
}

export class KeyView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: SCOPES, isArray: true }) scopes!: Permission[];
  @ApiProperty({ description: 'Siapa yang membuatnya' }) created_by!: string;
  @ApiProperty({ type: String, format: 'date-time' }) created_at!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) used_at!: Date | null;
}

export class KeyList {
  @ApiProperty({ type: [KeyView] }) data!: KeyView[];
}

export class MadeKey extends KeyView {
  @ApiProperty({ description: 'Hanya tampil sekali; di sini hanya disimpan sidiknya' }) key!: string;
}

export class RevokedKey {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['revoked'] }) outcome!: 'revoked';
}
