import { Type } from 'class-transformer';
import { IsDefined, IsInt, IsNotEmpty, IsString, Max, Min, ValidateNested } from 'class-validator';
import { type WireNeeds, WireProfile } from '#connector';

class KindsProfile {
  @IsString()
  @IsNotEmpty()
  status!: string;

  @IsString()
  @IsNotEmpty()
  comment!: string;
}

class FeedProfile {
  @IsInt()
  @Min(2)
  @Max(1000)
  page!: number;

  /** How many numbers below the cursor each poll reads again. */
  @IsInt()
  @Min(0)
  @Max(500)
  reread!: number;

  @IsDefined()
  @ValidateNested()
  @Type(() => KindsProfile)
  kinds!: KindsProfile;
}

/** The names under which we write comments; by them we know our own again. */
class SendersProfile {
  @IsString()
  @IsNotEmpty()
  office!: string;

  @IsString()
  @IsNotEmpty()
  citizen!: string;
}

export class SmartdpuSettings extends WireProfile {
  static override readonly needs: WireNeeds = {
    requests: {
      create: ['external_id', 'label?', 'label_at?'],
      find: ['reports'],
      detail: ['report'],
      comment: ['id?'],
      changes: ['changes'],
    },
    read: {
      report: ['id', 'reference?', 'text?', 'label', 'at'],
      change: ['id', 'report', 'kind', 'label?', 'text?', 'photo?', 'sender?', 'at'],
    },
  };

  @IsDefined()
  @ValidateNested()
  @Type(() => FeedProfile)
  feed!: FeedProfile;

  @IsDefined()
  @ValidateNested()
  @Type(() => SendersProfile)
  senders!: SendersProfile;
}
