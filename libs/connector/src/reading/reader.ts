import type { Problem } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import { type ExchangeProfile, needsOf, type WireProfile } from '../profile/wire.ts';
import { fill } from '../wire/fill.ts';
import { evaluate } from '../wire/expression.ts';
import { Fields } from './fields.ts';
import { Labels } from './labels.ts';
import { cleanText } from './text.ts';

/** Reads what a platform sent, by the shapes of its profile. */
export class ShapeReader {
  constructor(private readonly profile: ExchangeProfile) {}

  /** Throws `malformed` where `value` is no object or lacks a field that the shape needs. */
  async read(shape: string, value: unknown, problems?: Problem[]): Promise<Fields> {
    const source = `${this.profile.title} (${shape})`;
    const tree = Object.hasOwn(this.profile.read, shape) ? this.profile.read[shape] : undefined;
    if (!tree) throw new ConnectorError('malformed', `Profil ${this.profile.title} tidak punya bentuk ${shape}`);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ConnectorError('malformed', `Isi dari ${source} bukan objek`);
    }
    const { offset, unix } = this.profile.times;
    const values = (await fill(tree, value)) as Record<string, unknown> | undefined;
    const fields = new Fields(values ?? {}, { source, offset, unix, problems });
    const needed = needsOf(this.profile).read[shape] ?? needsOf(this.profile).read[`${shape}?`] ?? [];
    const lacking = needed.filter((name) => !name.endsWith('?') && fields.get(name) === undefined);
    if (lacking.length === 0) return fields;
    throw new ConnectorError('malformed', `Bidang ${lacking.join(', ')} dari ${source} tidak ada`);
  }

  readAll(shape: string, values: readonly unknown[], problems?: Problem[]): Promise<Fields[]> {
    return Promise.all(values.map((value) => this.read(shape, value, problems)));
  }
}

/** Reads also by the tables of labels. */
export class WireReader extends ShapeReader {
  readonly labels: Labels;

  constructor(private readonly platform: WireProfile) {
    super(platform);
    this.labels = new Labels(platform);
  }

  /** Which of our kinds of message a webhook's body is; `null` with a problem noted where its word is unknown. */
  async kindOf(body: unknown, problems: Problem[]): Promise<string | null> {
    const { type = 'type', types = {} } = this.platform.webhook ?? {};
    const word = await evaluate(type, body);
    if (typeof word === 'string' && Object.hasOwn(types, word)) return types[word] ?? null;
    if (typeof word !== 'string' || word === '') {
      throw new ConnectorError('malformed', `Webhook dari ${this.platform.title} tidak menyebut jenisnya`);
    }
    const label = cleanText(word, 100);
    problems.push({
      code: 'unknown_type',
      message: `Jenis pesan ${this.platform.title} tidak dikenal: "${label}"`,
      label,
    });
    return null;
  }

  /** The problem of a label that `labels` does not know. */
  unknownLabel(label: string, externalId: string): Problem {
    const message = `Status ${this.platform.title} tidak dikenal: "${cleanText(label, 100)}"`;
    return { code: 'unknown_label', message, label, externalId };
  }
}
