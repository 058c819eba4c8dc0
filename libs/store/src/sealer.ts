import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what may identify a person: AES-256-GCM under a key derived from HUB_SECRET_KEY. */
export class Sealer {
  // Key objects: from a plain buffer Node makes one for each call, at several times the cost of the sealing itself.
  private readonly key: KeyObject;
  private readonly hashKey: KeyObject;

  constructor(secret: string) {
    this.key = derive(secret, 'seal');
    this.hashKey = derive(secret, 'hash');
  }

  seal(plain: Buffer): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
  }

  /** Throws where the bytes were sealed under another key or changed since. */
  open(sealed: Buffer): Buffer {
    if (sealed[0] !== VERSION) throw new Error('Sealed data of an unknown version');
    const iv = sealed.subarray(1, 1 + IV_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.key, iv);
    decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
  }

  sealJson = (value: unknown): Buffer => this.seal(Buffer.from(JSON.stringify(value)));
  openJson = (sealed: Buffer): unknown => JSON.parse(this.open(sealed).toString('utf8'));

  /** A keyed hash: the same value can be found again, and not guessed without the key. */
  hash = (value: string | Buffer): Buffer => createHmac('sha256', this.hashKey).update(value).digest();
}

const derive = (secret: string, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `simpul-aduan/${purpose}`, 32)));
