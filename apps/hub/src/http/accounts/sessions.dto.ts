import { ApiProperty } from '@nestjs/swagger';
import { PatternFilter } from '../paging/fields.ts';
import { UUID } from '../paging/cursor.ts';

export class SessionsQuery {
  @PatternFilter(UUID, 'Sesi pengguna ini (hanya admin utama); sesi sendiri bila tidak disebut', 'harus berupa UUID')
  user?: string;
}

export class OpenSession {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Alamat saat masuk' }) address!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Peramban' }) agent!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) created_at!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) seen_at!: Date;
  @ApiProperty({ description: 'Sesi yang dipakai sekarang' }) current!: boolean;
}

export class OpenSessions {
  @ApiProperty({ type: [OpenSession] }) data!: OpenSession[];
}
