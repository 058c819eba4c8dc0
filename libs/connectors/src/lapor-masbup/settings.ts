import { Type } from 'class-transformer';
import { IsDefined, IsInt, Max, Min, ValidateBy, ValidateNested } from 'class-validator';
import { durationMs, isDuration, KEWENANGANS, type Kewenangan, type WireNeeds, WireProfile } from '#connector';

class ListProfile {
  /** Complaints per page. */
  @IsInt()
  @Min(1)
  @Max(200)
  page!: number;

  /** How far back the very first poll looks. */
  @ValidateBy({
    name: 'isDuration',
    validator: { validate: isDuration, defaultMessage: () => 'harus berupa lama waktu, misalnya 1d' },
  })
  first!: string;

  get firstMs(): number {
    return durationMs(this.first);
  }
}

export class LaporMasbupSettings extends WireProfile {
  static override readonly needs: WireNeeds = {
    requests: {
      create: ['external_id', 'url?', 'label?', 'label_at?'],
      status: ['label?', 'label_at?'],
      reply: ['id'],
      follow_up: ['id'],
      link: [],
      list: ['complaints', 'next?'],
      detail: ['complaint'],
    },
    read: {
      envelope: ['complaint'],
      change: ['at'],
      complaint: [
        'external_id',
        'reference?',
        'channel?',
        'title?',
        'text',
        'category?',
        'kewenangan?',
        'opd?',
        'location?',
        'reporter?',
        'anonim?',
        'rahasia?',
        'attachments?',
        'replies?',
        'label',
        'opened_at',
        'changed_at',
        'url?',
      ],
      reply: ['id', 'text?', 'by_citizen?', 'author?', 'public?', 'attachments?', 'at'],
      attachment: ['id', 'url', 'mime?'],
      told_reply: ['external_id', 'reply'],
      told_status: ['external_id', 'label', 'note?', 'at'],
    },
    messages: ['complaint', 'status', 'reply'],
  };

  @IsDefined()
  @ValidateNested()
  @Type(() => ListProfile)
  list!: ListProfile;

  /** The platform's word for whose duty a complaint is -> ours. */
  @ValidateBy({
    name: 'isKewenanganMap',
    validator: {
      validate: (map: unknown) =>
        typeof map === 'object' &&
        map !== null &&
        Object.values(map).every((word) => KEWENANGANS.includes(word as Kewenangan)),
      defaultMessage: () => `harus pasangan kata platform: ${KEWENANGANS.join(', ')}`,
    },
  })
  kewenangan!: Record<string, Kewenangan>;
}
