import { ApiProperty } from '@nestjs/swagger';

export class Alive {
  @ApiProperty({ enum: ['ok'] }) status!: 'ok';
}

export class Ready {
  @ApiProperty({ enum: ['ready'] }) status!: 'ready';
}

export class NotReady {
  @ApiProperty({ enum: ['not_ready'] }) status!: 'not_ready';
  @ApiProperty({ type: [String] }) reasons!: string[];
}
