import { type Fault, ProfileError } from '#connector';
import { OvertakenError } from '../../configuration/acts.ts';
import { NameTakenError } from '../../configuration/new-instance.ts';
import { ProblemError, type TextFault } from '../problems/problem.ts';

const shown = ({ line, column, path, message }: Fault): TextFault => ({ line, column, path, message });

/** What `work` gives, or the faults of the text that it read. */
export async function orFaults<T>(work: () => T | Promise<T>): Promise<T | TextFault[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProfileError) return error.faults.map(shown);
    throw error;
  }
}

/** Refuses a text that can't be live, with everything that is wrong in it. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProfileError) {
      const detail = 'Teks ini belum dapat berlaku; tidak ada yang disimpan.';
      throw new ProblemError(400, { detail, hint: 'Perbaiki menurut faults.', faults: error.faults.map(shown) });
    }
    if (error instanceof NameTakenError) throw new ProblemError(409, { detail: 'Koneksi dengan nama itu sudah ada.' });
    if (error instanceof OvertakenError) {
      throw new ProblemError(409, { detail: `Versi ${error.version} sudah disimpan sementara itu.` });
    }
    throw error;
  }
}
