import { isUUID } from 'class-validator';
import { MAX_FILE_BYTES, typeOfFile } from '#sync';
import type { Said } from '../../lacak/say.ts';
import { type Act, type Filled, type FormError, MAX_TEXT } from './reporter-form.ts';

/** The fields of the reporter's form, as they came. */
export type Fields = Readonly<Record<string, unknown>>;

/** A field that came twice, or not at all, is empty. NUL, of which PostgreSQL knows nothing, is in none. */
export const fieldOf = (fields: Fields | undefined, name: string): string => {
  const value = fields?.[name];
  return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
};

export const filledOf = (fields: Fields, error: FormError | null): Filled => ({
  error,
  text: fieldOf(fields, 'isi'),
  verdict: fieldOf(fields, 'putusan'),
  score: fieldOf(fields, 'nilai'),
});

/** What the reporter says, or what is wrong with the form. `act` is what the complaint allows now. */
export async function readForm(fields: Fields, file: Buffer | null, act: Act): Promise<Said | FormError> {
  const { text, verdict, score } = filledOf(fields, null);
  const formId = fieldOf(fields, 'kiriman');
  if (fieldOf(fields, 'keadaan') !== act || act === 'none') return 'stale';
  if (!isUUID(formId)) return 'elsewhere';
  if (text.length > MAX_TEXT) return 'text';
  if (score !== '' && !/^[1-5]$/.test(score)) return 'score';
  const fault =
    act === 'follow' ? faultOfDetails(text, file) : act === 'rate' ? faultOfScore(score) : faultOf(verdict, text);
  if (fault) return fault;
  if (file && file.length > MAX_FILE_BYTES) return 'large';
  if (file && !(await typeOfFile(file)).isTaken) return 'file';
  const type = act === 'follow' ? 'followed_up' : verdict === 'buka' ? 'reopened' : 'confirmed';
  return { type, text, file, formId, ...(score === '' || act === 'follow' ? {} : { score: Number(score) }) };
}

const faultOfDetails = (text: string, file: Buffer | null): FormError | null => (text === '' && !file ? 'text' : null);
const faultOfScore = (score: string): FormError | null => (score === '' ? 'score' : null);

function faultOf(verdict: string, text: string): FormError | null {
  if (verdict !== 'selesai' && verdict !== 'buka') return 'verdict';
  return verdict === 'buka' && text === '' ? 'why' : null;
}
