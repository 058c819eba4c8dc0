import {
  BY_ID,
  ConnectorError,
  evaluate,
  fitted,
  type Io,
  type OutgoingFile,
  type OutgoingSaid,
  type Receipt,
  type WireAnswer,
  wayOf,
  WireClient,
  windowClosed,
  applicationFields,
  tokenEnd,
  type Watched,
  watched,
} from '#connector';
import { type Address, addressOf, placesOf, templateFor } from './mapper.ts';
import type { WhatsappSettings } from './settings.ts';

const MEDIA = /^[\w-]{1,200}$/;

/** WhatsApp's requests, as the profile describes them. */
export class WhatsappClient {
  readonly #wire: WireClient;

  constructor(
    private readonly settings: WhatsappSettings,
    private readonly io: Io,
  ) {
    this.#wire = new WireClient(settings, io);
  }

  /** As free text while it may be, else as the notice's template; also where the platform reckons otherwise than we. */
  async say(said: OutgoingSaid): Promise<Receipt> {
    const address = addressOf(said.person);
    if (!address) throw new ConnectorError('rejected', 'WhatsApp: penerima tidak dikenal', { why: 'unreachable' });
    if (wayOf(this.settings, said, this.io.now()) === 'closed') return this.#sayByTemplate(said, address);
    try {
      return await this.#sayFreely(said, address);
    } catch (error) {
      if (error instanceof ConnectorError && error.why === 'window') return this.#sayByTemplate(said, address);
      throw error;
    }
  }

  async #sayFreely(said: OutgoingSaid, address: Address): Promise<Receipt> {
    const { direct, comment: caption = direct } = this.settings.limits;
    const { deliveryId, buttons, attachments } = said;
    const image = attachments.find(({ mime }) => mime.startsWith('image/'));
    const context = { ...address, deliveryId, quotes: said.answers?.id, text: fitted(said, direct) };
    const refused = attachments
      .filter((file) => file !== image)
      .map(({ name }) => `${name}: hanya satu gambar yang ikut dalam satu pesan`);
    if (buttons.length > 0) {
      return receiptOf(
        said,
        await this.#wire.call('send_buttons', { ...context, buttons: buttons.slice(0, 3) }),
        refused,
      );
    }
    const media = image && said.text.length <= caption.max ? await this.#upload(image) : undefined;
    if (media !== undefined) {
      return receiptOf(said, await this.#wire.call('send_image', { ...context, media }), refused);
    }
    if (image) refused.push(`${image.name}: tidak diterima, dapat dilihat di halaman lacak`);
    return receiptOf(said, await this.#wire.call('send_text', context), refused);
  }

  async #sayByTemplate(said: OutgoingSaid, address: Address): Promise<Receipt> {
    const template = templateFor(this.settings, said);
    if (!template) throw windowClosed(this.settings.title);
    const { direct, comment = direct } = this.settings.limits;
    const places = placesOf(said, comment.max);
    const parameters = await Promise.all(template.parameters.map((each) => evaluate(each, places)));
    const { name, language } = template;
    const context = { ...address, deliveryId: said.deliveryId, name, language, parameters };
    const refused = said.attachments.map((file) => `${file.name}: templat tidak membawa lampiran`);
    return receiptOf(said, await this.#wire.call('send_template', context), refused);
  }

  /** A picture that the platform does not take holds up no text. */
  async #upload(file: OutgoingFile): Promise<string | undefined> {
    const { answer, refused } = await this.#wire
      .call('upload', { mime: file.mime }, { files: [file] })
      .catch((error: unknown) => {
        // Nothing was said yet, however the upload ended.
        throw error instanceof ConnectorError ? certain(error) : error;
      });
    return refused.length > 0 ? undefined : answer.needId('id');
  }

  /** Asked for anew each time; once more where the address ended on the way. */
  async download(url: string, maxBytes: number): Promise<Buffer> {
    const id = url.startsWith(BY_ID) ? url.slice(BY_ID.length) : '';
    if (!MEDIA.test(id)) throw new ConnectorError('rejected', 'WhatsApp: alamat lampiran tidak dikenal');
    const fetch = async () =>
      this.#wire.download((await this.#wire.call('media', { id })).answer.needText('url'), maxBytes);
    try {
      return await fetch();
    } catch (error) {
      if (error instanceof ConnectorError && error.gone) return fetch();
      throw error;
    }
  }

  async ping(): Promise<string> {
    const { answer } = await this.#wire.call('templates', {});
    const known = answer.list('templates') as { name?: string; status?: string }[];
    const wanted = Object.values(this.settings.templates).map(({ name }) => name);
    const approved = wanted.filter((name) => known.some((each) => each.name === name && each.status === 'APPROVED'));
    const lacking = wanted.filter((name) => !approved.includes(name));
    const tail = lacking.length > 0 ? `; belum disetujui: ${lacking.join(', ')}` : '';
    const { faults } = await this.watch();
    return [`WhatsApp menjawab: token diterima, ${approved.length} templat disetujui${tail}`, ...faults].join('. ');
  }

  /** Both sides: the account that is to tell, and the application that is to be told. */
  async watch(): Promise<Watched> {
    const { answer } = await this.#wire.call('subscribed', {});
    const sides = {
      // The account tells all or nothing: it has no fields of its own.
      account: answer.list('apps').length > 0 ? [] : null,
      application: await applicationFields(this.settings, this.#wire),
      tokenEnds: await tokenEnd(this.settings, this.#wire),
      subscribe: () => this.#wire.call('subscribe', {}),
    };
    return watched(this.settings, sides, this.io.now());
  }
}

const receiptOf = ({ conversation }: OutgoingSaid, { answer }: WireAnswer, refused: string[]): Receipt => ({
  externalId: conversation.id,
  eventIds: [answer.needId('id')],
  ...(refused.length > 0 && { refused }),
});

function certain({ failure, message, cause, retryAt }: ConnectorError): ConnectorError {
  return new ConnectorError(failure, message, { cause, retryAt });
}
