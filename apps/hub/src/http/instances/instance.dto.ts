import { ApiProperty } from '@nestjs/swagger';
import { Reason } from '../paging/fields.ts';

export class InstanceCounts {
  @ApiProperty({ description: 'Kiriman yang menunggu giliran atau dicoba lagi' }) waiting!: number;
  @ApiProperty({ description: 'Kiriman yang sedang dikirim' }) sending!: number;
  @ApiProperty({ description: 'Kiriman yang menunggu keputusan orang' }) parked!: number;
  @ApiProperty({ description: 'Kiriman yang mungkin sudah sampai; menunggu keputusan orang' }) uncertain!: number;
  @ApiProperty({ description: 'Pesan masuk yang belum dibaca' }) messages_waiting!: number;
  @ApiProperty({ description: 'Pesan masuk yang menunggu keputusan orang' }) messages_parked!: number;
}

export class Breaker {
  @ApiProperty({ description: 'Terbuka: kiriman ditunda karena platform berkali-kali tidak menjawab' }) open!: boolean;
  @ApiProperty() failures!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) until!: Date | null;
}

export class InstanceState {
  @ApiProperty({ example: 'laporgub' }) name!: string;
  @ApiProperty({ example: 'LaporGub Jawa Tengah' }) title!: string;
  @ApiProperty({ example: 'laporgub' }) connector!: string;
  @ApiProperty({ enum: ['active', 'paused'] }) state!: 'active' | 'paused';
  @ApiProperty({ type: String, nullable: true }) paused_reason!: string | null;
  @ApiProperty({ type: String, nullable: true }) paused_by!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) paused_at!: Date | null;
  @ApiProperty({ description: 'Apakah penarikan sudah punya titik lanjut' }) has_cursor!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) polled_at!: Date | null;
  @ApiProperty({ type: String, nullable: true }) poll_error!: string | null;
  @ApiProperty({ description: 'Jarak antara dua penarikan, milidetik' }) poll_every_ms!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Terakhir memberi kabar' })
  heard_at!: Date | null;
  @ApiProperty({ type: Breaker }) breaker!: Breaker;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) throttled_until!: Date | null;
  @ApiProperty({ type: InstanceCounts }) counts!: InstanceCounts;
  @ApiProperty({ type: String, nullable: true, description: 'Alamat webhook untuk platform; null: tidak menerima' })
  webhook_url!: string | null;
  @ApiProperty({
    type: [String],
    description: 'Yang dapat dilakukan',
    example: ['opened', 'replied', 'poll', 'verify'],
  })
  capabilities!: string[];
}

export class InstanceList {
  @ApiProperty({ type: [InstanceState] }) data!: InstanceState[];
}

export class PauseRequest {
  @Reason() reason!: string;
}
