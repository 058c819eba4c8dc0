import type { Problem } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import { needsOf, type WireProfile } from '../profile/wire.ts';
import { fill } from '../wire/fill.ts';
import { evaluate } from '../wire/expression.ts';
import { Fields } from './fields.ts';
import { Labels } from './labels.ts';
import { cleanText } from './text.ts';

/** Reads what a platform sent, by the shapes and tables of its profile. */
export class WireReader {
  readonly labels: Labels;

  constructor(private readonly profile: WireProfile) {
    this.labels = new Labels(profile);
  }

  /** Throws `malformed` where `value` is no object or lacks a field that the shape needs. */
  async read(shape: string, value: unknown, problems?: Problem[]): Promise<Fields> {
    const source = `${this.profile.title} (${shape})`;
    const tree = Object.hasOwn(this.profile.read, shape) ? this.profile.read[shape] : undefined;
    if (!tree) throw new ConnectorError('malformed', `Profil ${this.profile.title} tidak punya bentuk ${shape}`);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ConnectorError('malformed', `Isi dari ${source} bukan objek`);
    }
    const values = (await fill(tree, value)) as Record<string, unknown> | undefined;
    const fields = new Fields(values ?? {}, { source, offset: this.profile.times.offset, problems });
    const needed = needsOf(this.profile).read[shape] ?? needsOf(this.profile).read[`${shape}?`] ?? [];
    const lacking = needed.filter((name) => !name.endsWith('?') && fields.get(name) === undefined);
    if (lacking.length === 0) return fields;
    throw new ConnectorError('malformed', `Bidang ${lacking.join(', ')} dari ${source} tidak ada`);
  }

  readAll(shape: string, values: readonly unknown[], problems?: Problem[]): Promise<Fields[]> {
    return Promise.all(values.map((value) => this.read(shape, value, problems)));
  }

  /** Which of our kinds of message a webhook's body is; `null` with a problem noted where its word is unknown. */
  async kindOf(body: unknown, problems: Problem[]): Promise<string | null> {
    const { type = 'type', types = {} } = this.profile.webhook ?? {};
    const word = await evaluate(type, body);
    if (typeof word === 'string' && Object.hasOwn(types, word)) return types[word] ?? null;
    if (typeof word !== 'string' || word === '') {
      throw new ConnectorError('malformed', `Webhook dari ${this.profile.title} tidak menyebut jenisnya`);
    }
    const label = cleanText(word, 100);
    problems.push({
      code: 'unknown_type',
      message: `Jenis pesan ${this.profile.title} tidak dikenal: "${label}"`,
      label,
    });
    return null;
  }

  /** The problem of a label that `labels` does not know. */
  unknownLabel(label: string, externalId: string): Problem {
    const message = `Status ${this.profile.title} tidak dikenal: "${cleanText(label, 100)}"`;
    return { code: 'unknown_label', message, label, externalId };
  }
}
