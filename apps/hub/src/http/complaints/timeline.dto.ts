import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { EventType } from '#complaint';
import type { DeliveryEntity } from '#store';

const EVENT_TYPES: EventType[] = [
  'opened',
  'replied',
  'followed_up',
  'confirmed',
  'reopened',
  'status_changed',
  'accepted',
  'returned',
  'disposed',
];
const EFFECTS = ['applied', 'kept', 'accepted', 'conflict', 'echo', 'stale'] as const;
type DeliveryState = DeliveryEntity['state'];
const STATES: DeliveryState[] = ['waiting', 'sending', 'uncertain', 'parked', 'done', 'skipped'];

export class EventEntry {
  @ApiProperty({ enum: ['event'] }) entry!: 'event';
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'Menurut jam platform' }) at!: Date;
  @ApiProperty({ description: 'Koneksi yang memberi tahu' }) instance!: string;
  @ApiProperty({ enum: EVENT_TYPES }) type!: EventType;
  @ApiProperty({ enum: EFFECTS, description: 'Apa jadinya di sini' }) effect!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Status menurut kata platform' }) label!: string | null;
  @ApiProperty({ type: String, nullable: true }) text!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Nama kantor; nama pelapor tidak pernah ditampilkan' })
  author!: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: 'false: catatan internal' }) public!: boolean | null;
  @ApiProperty({ type: String, format: 'date-time' }) received_at!: Date;
  @ApiProperty({ type: String, nullable: true, description: 'Tindakan orang di simpul, misalnya disposition' })
  act!: string | null;
  @ApiProperty({ type: [String], description: 'Kiriman yang disebabkannya (delivery_id)' }) caused!: string[];
  @ApiProperty({ type: String, nullable: true, description: 'Pesan yang membawanya, untuk dicoba ulang di profil' })
  inbox_id!: string | null;
}

export class DeliveryEntry {
  @ApiProperty({ enum: ['delivery'] }) entry!: 'delivery';
  @ApiProperty({ type: String, format: 'date-time', description: 'Saat dijadwalkan' }) at!: Date;
  @ApiProperty({ format: 'uuid' }) delivery_id!: string;
  @ApiProperty({ description: 'Koneksi tujuan' }) instance!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Peristiwa penyebabnya (id)' })
  caused_by!: string | null;
  @ApiProperty({ example: 'replied' }) kind!: string;
  @ApiProperty({ enum: STATES }) state!: DeliveryState;
  @ApiProperty() attempts!: number;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Aturan yang memilih tujuan' }) rule!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) done_at!: Date | null;
  @ApiProperty({ description: 'Nomor jejak, sama dengan di jejak audit dan log' }) trace_id!: string;
}

/** One column of the story: a platform, or the hub itself. */
export class Lane {
  @ApiProperty({ example: 'laporgub', description: 'simpul: yang dilakukan orang di sini' }) instance!: string;
  @ApiProperty({ example: 'LaporGub Jawa Tengah' }) title!: string;
  @ApiProperty({ enum: ['origin', 'home', 'handler'], nullable: true }) role!: string | null;
  @ApiProperty({ type: String, nullable: true }) external_id!: string | null;
}

@ApiExtraModels(EventEntry, DeliveryEntry)
export class Timeline {
  @ApiProperty({ type: [Lane], description: 'Jalur tiap platform' }) lanes!: Lane[];
  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ $ref: getSchemaPath(EventEntry) }, { $ref: getSchemaPath(DeliveryEntry) }] },
  })
  data!: (EventEntry | DeliveryEntry)[];
}
