import { applyDecorators } from '@nestjs/common';
import { ApiProperty, PickType } from '@nestjs/swagger';
import { STATUSES, type Status } from '#complaint';
import { type Dimension, DIMENSIONS, type Figure, FIGURES } from '#store';
import { IsIn, ValidateBy } from 'class-validator';
import { TABLES, type TableId } from '../../recap-files/tables.ts';
import { isDay } from '../../recap/period.ts';
import { MAX_CURSOR_CHARS, PageQuery, TextFilter } from '../paging/fields.ts';

const Day = (description: string, example: string): PropertyDecorator =>
  applyDecorators(
    ValidateBy(
      { name: 'isDay', validator: { validate: isDay } },
      { message: 'wajib berupa tanggal yang ada di kalender sejak tahun 2000, misalnya 2025-01-31' },
    ),
    ApiProperty({ type: String, format: 'date', example, description }),
  );

const Choice = (choices: readonly string[], description: string): PropertyDecorator =>
  applyDecorators(
    IsIn(choices, { message: `hanya mengenal ${choices.join(', ')}` }),
    ApiProperty({ enum: choices, description }),
  );

export class RecapQuery {
  @Day('Hari pertama, WIB', '2025-01-01') from!: string;
  @Day('Hari terakhir, WIB, termasuk', '2025-10-31') to!: string;
}

const BEHIND = [...DIMENSIONS, 'total'] as const;

export class BehindQuery extends PickType(PageQuery, ['limit'] as const) {
  @Day('Hari pertama, WIB', '2025-01-01') from!: string;
  @Day('Hari terakhir, WIB, termasuk', '2025-10-31') to!: string;
  @Choice(BEHIND, 'Menurut apa angkanya dihitung') dimension!: Dimension | 'total';
  @TextFilter('Baris mana, kecuali untuk total; unknown: yang belum diketahui') key?: string;
  @Choice(FIGURES, 'Angka yang mana') figure!: Figure;
  @TextFilter('Nilai next_cursor dari halaman sebelumnya', MAX_CURSOR_CHARS) after?: string;
}

export class RecapTableQuery extends RecapQuery {
  @Choice(TABLES, 'Tabel yang mana') table!: TableId;
}

class PeriodDto {
  @ApiProperty({ type: String, format: 'date' }) from!: string;
  @ApiProperty({ type: String, format: 'date' }) to!: string;
}

const Share = (): PropertyDecorator =>
  ApiProperty({ type: Number, nullable: true, minimum: 0, maximum: 1, description: 'null bila tidak ada aduan' });
const Seconds = (): PropertyDecorator => ApiProperty({ type: Number, nullable: true, description: 'Detik' });

export class Totals {
  @ApiProperty() received!: number;
  @ApiProperty() done!: number;
  @Share() share_done!: number | null;
  @ApiProperty() returned!: number;
  @ApiProperty() rerouted!: number;
  @ApiProperty() on_time!: number;
  @ApiProperty() late!: number;
  @ApiProperty() ratings!: number;
  @ApiProperty({ type: Number, nullable: true, minimum: 1, maximum: 5 }) rating_mean!: number | null;
}

export class RecapRow {
  @ApiProperty({ description: 'unknown: belum diketahui' }) key!: string;
  @ApiProperty() label!: string;
  @ApiProperty() received!: number;
  @ApiProperty() done!: number;
  @Share() share_done!: number | null;
  @ApiProperty() on_time!: number;
  @ApiProperty() late!: number;
  @Seconds() median_done_s!: number | null;
}

class By {
  @ApiProperty({ type: [RecapRow] }) channel!: RecapRow[];
  @ApiProperty({ type: [RecapRow] }) opd!: RecapRow[];
  @ApiProperty({ type: [RecapRow] }) subject!: RecapRow[];
  @ApiProperty({ type: [RecapRow] }) kecamatan!: RecapRow[];
  @ApiProperty({ type: [RecapRow] }) authority!: RecapRow[];
  @ApiProperty({ type: [RecapRow] }) platform!: RecapRow[];
}

class Duration {
  @ApiProperty({ description: 'Aduan yang sudah sampai di sana' }) count!: number;
  @Seconds() median_s!: number | null;
  @Seconds() p90_s!: number | null;
}

class Times {
  @ApiProperty() first_response!: Duration;
  @ApiProperty() forward!: Duration;
  @ApiProperty() answer!: Duration;
  @ApiProperty() done!: Duration;
}

class OutcomeCount {
  @ApiProperty() key!: string;
  @ApiProperty() label!: string;
  @ApiProperty() count!: number;
}

class Rankings {
  @ApiProperty({ type: [RecapRow] }) most_done!: RecapRow[];
  @ApiProperty({ type: [RecapRow] }) highest_share!: RecapRow[];
  @ApiProperty({ type: [RecapRow] }) best_kecamatan!: RecapRow[];
  @ApiProperty({ description: 'Aduan yang sedikitnya harus diterima untuk diperingkat menurut bagian selesai' })
  minimum_volume!: number;
}

class Month {
  @ApiProperty({ example: '2025-01' }) month!: string;
  @ApiProperty() received!: number;
  @ApiProperty() done!: number;
}

/** What came in during a period and what became of it. */
export class RecapDto {
  @ApiProperty() period!: PeriodDto;
  @ApiProperty({ description: 'Periode tepat sebelumnya, sebagaimana definitions.previous' }) previous!: PeriodDto;
  @ApiProperty() totals!: Totals;
  @ApiProperty() previous_totals!: Totals;
  @ApiProperty() by!: By;
  @ApiProperty() times!: Times;
  @ApiProperty({ type: [OutcomeCount] }) outcomes!: OutcomeCount[];
  @ApiProperty() rankings!: Rankings;
  @ApiProperty({ type: [Month] }) trend!: Month[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Apa yang dihitung tiap angka, satu kalimat',
  })
  definitions!: Record<string, string>;
}

/** One complaint behind a figure. */
export class CountedComplaint {
  @ApiProperty({ example: 'SA-2025-000042' }) number!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Tersamar bila rahasia' }) title!: string | null;
  @ApiProperty({ enum: STATUSES }) status!: Status;
  @ApiProperty({ example: 'Selesai' }) status_label!: string;
  @ApiProperty({ type: String, format: 'date-time' }) opened_at!: Date;
  @Seconds() first_response_s!: number | null;
  @Seconds() done_s!: number | null;
  @ApiProperty() late!: boolean;
}

export class CountedPage {
  @ApiProperty({ type: [CountedComplaint] }) data!: CountedComplaint[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
