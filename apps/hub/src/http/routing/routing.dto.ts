import { ApiProperty } from '@nestjs/swagger';
import { FileState, VersionText } from '../profiles/profile.dto.ts';

export class RoutingShown extends VersionText {
  @ApiProperty({ type: FileState }) file!: FileState;
}

export class Destination {
  @ApiProperty({ type: String, nullable: true, description: 'null: tetap di rumah' }) to!: string | null;
  @ApiProperty({ example: 'jalan-provinsi' }) rule!: string;
  @ApiProperty() why!: string;
}

export class MovedComplaint {
  @ApiProperty({ example: 'SA-2026-000042' }) number!: string;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ description: 'Awal isinya; kosong bila rahasia' }) excerpt!: string;
  @ApiProperty({ type: Destination }) before!: Destination;
  @ApiProperty({ type: Destination }) after!: Destination;
}

export class Movement {
  @ApiProperty({ type: String, nullable: true, description: 'null: rumah' }) from!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null: rumah' }) to!: string | null;
  @ApiProperty({ description: 'Aturan yang memutuskannya menurut rancangan' }) rule!: string;
  @ApiProperty() count!: number;
}

export class RuleUse {
  @ApiProperty() rule!: string;
  @ApiProperty({ description: 'Aduan yang diputus aturan ini menurut rancangan' }) count!: number;
}

export class Simulation {
  @ApiProperty({ description: 'Aduan 30 hari terakhir yang diperiksa' }) complaints!: number;
  @ApiProperty({ description: 'Yang akan pergi ke tempat lain' }) moved!: number;
  @ApiProperty({ type: [Movement], description: 'Terbanyak dulu' }) movements!: Movement[];
  @ApiProperty({ type: [RuleUse], description: 'Seberapa sering tiap aturan memutuskan' }) rules!: RuleUse[];
  @ApiProperty({ type: [MovedComplaint], description: 'Contohnya, paling banyak 100' }) examples!: MovedComplaint[];
}
