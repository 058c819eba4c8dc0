import { ApiProperty } from '@nestjs/swagger';

export class ReportView {
  @ApiProperty({ example: '2025-01' }) month!: string;
  @ApiProperty({ description: 'Aduan yang diterima dalam bulan itu, menurut laporannya' }) received!: number;
  @ApiProperty() made_at!: Date;
}
