import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ALERT_KINDS, type AlertKind, CHANNEL_KINDS, type ChannelKind } from '#store';
import { NameField } from '../http/accounts/fields.ts';
import { Optional } from '../http/paging/fields.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const TARGET_CHARS = 1_000;

/** What a new channel is where nothing is said. No initializers below: a change would bring them along. */
export const USUAL = {
  kinds: [] as AlertKind[],
  quiet_from: null,
  quiet_to: null,
  urgent_passes: true,
  enabled: true,
};

export class NewChannel {
  @IsIn(CHANNEL_KINDS, { message: `hanya mengenal ${CHANNEL_KINDS.join(', ')}` })
  @ApiProperty({ enum: CHANNEL_KINDS })
  kind!: ChannelKind;

  @NameField('Nama saluran') name!: string;

  @IsString({ message: 'wajib diisi' })
  @MaxLength(TARGET_CHARS, { message: `paling panjang ${TARGET_CHARS} huruf` })
  @ApiProperty({ maxLength: TARGET_CHARS, description: 'Alamat webhook, atau alamat surel yang dipisahkan koma' })
  target!: string;

  @Optional()
  @IsArray({ message: 'harus berupa daftar' })
  @ArrayMaxSize(ALERT_KINDS.length, { message: 'terlalu banyak' })
  @IsIn(ALERT_KINDS, { each: true, message: `hanya mengenal ${ALERT_KINDS.join(', ')}` })
  @ApiProperty({ enum: ALERT_KINDS, isArray: true, required: false, description: 'Kosong: semua jenis' })
  kinds?: AlertKind[];

  @IsOptional()
  @Matches(TIME, { message: 'harus berupa jam WIB, misalnya 21:00' })
  @ApiProperty({ type: String, required: false, nullable: true, example: '21:00', description: 'WIB' })
  quiet_from?: string | null;

  @IsOptional()
  @Matches(TIME, { message: 'harus berupa jam WIB, misalnya 06:00' })
  @ApiProperty({ type: String, required: false, nullable: true, example: '06:00', description: 'WIB' })
  quiet_to?: string | null;

  @Optional()
  @IsBoolean({ message: 'harus true atau false' })
  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'Yang mendesak disampaikan juga pada waktu tenang',
  })
  urgent_passes?: boolean;

  @Optional()
  @IsBoolean({ message: 'harus true atau false' })
  @ApiProperty({ type: Boolean, required: false })
  enabled?: boolean;
}

export class ChannelChanges extends PartialType(OmitType(NewChannel, ['kind']), { skipNullProperties: false }) {}

export class ChannelView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: CHANNEL_KINDS }) kind!: ChannelKind;
  @ApiProperty() name!: string;
  @ApiProperty() target!: string;
  @ApiProperty({ enum: ALERT_KINDS, isArray: true }) kinds!: AlertKind[];
  @ApiProperty({ type: String, nullable: true }) quiet_from!: string | null;
  @ApiProperty({ type: String, nullable: true }) quiet_to!: string | null;
  @ApiProperty() urgent_passes!: boolean;
  @ApiProperty() enabled!: boolean;
  @ApiProperty() created_by!: string;
  @ApiProperty({ type: String, format: 'date-time' }) created_at!: Date;
}

export class ChannelList {
  @ApiProperty({ type: [ChannelView] }) data!: ChannelView[];
  @ApiProperty({ description: 'false: SMTP_URL belum diatur' }) email_available!: boolean;
}

export class MadeChannel extends ChannelView {
  @ApiProperty({ type: String, nullable: true, description: 'Rahasia tanda tangan; hanya tampil sekali' })
  secret!: string | null;
}

export class ChannelTest {
  @ApiProperty({ description: 'Apakah penerima mengambilnya' }) ok!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Yang keliru' }) fault!: string | null;
}

export class RemovedChannel {
  @ApiProperty({ format: 'uuid' }) id!: string;
}
