import { ApiProperty } from '@nestjs/swagger';
import { Reason } from '../paging/fields.ts';

export class IdentityRequest {
  @Reason() reason!: string;
}

export class ReporterView {
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '****6789' }) phone!: string | null;
  @ApiProperty({ type: String, nullable: true }) email!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Nama di saluran' }) account!: string | null;
}
