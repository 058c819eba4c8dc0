import { ApiProperty } from '@nestjs/swagger';
import { ALERT_KINDS, type AlertKind } from '#store';
import { BooleanFilter, ChoiceFilter, PageQuery, TextFilter } from '../http/paging/fields.ts';

export class AlertsQuery extends PageQuery {
  @TextFilter('Koneksi') instance?: string;
  @ChoiceFilter(ALERT_KINDS, 'Jenis peringatan') kind?: AlertKind;
  @BooleanFilter('true: yang masih terbuka; false: yang sudah ditutup') open?: boolean;
  @BooleanFilter('true: yang sudah ditandai dilihat; false: yang belum') acknowledged?: boolean;
}

export class AlertItem {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ALERT_KINDS }) kind!: AlertKind;
  @ApiProperty({ example: 'laporgub' }) instance!: string;
  @ApiProperty({ description: 'Apa yang terjadi dan apa yang dapat dilakukan' }) message!: string;
  @ApiProperty({ description: 'Berapa banyak yang terkena' }) count!: number;
  @ApiProperty({ type: String, format: 'date-time' }) opened_at!: Date;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Menutup sendiri begitu penyebabnya hilang; null selama terbuka',
  })
  closed_at!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'Siapa yang menandainya sudah dilihat' })
  acknowledged_by!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acknowledged_at!: Date | null;
}

export class AcknowledgedAlert {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class AlertsPage {
  @ApiProperty({ type: [AlertItem] }) data!: AlertItem[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
