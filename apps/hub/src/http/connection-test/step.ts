export const STEPS = {
  name: 'Nama ditemukan',
  tls: 'TLS dan masa berlaku sertifikat',
  authentication: 'Kredensial diterima',
  read: 'Dapat membaca',
  write: 'Hak menulis',
  webhook: 'Webhook sampai ke simpul',
  clock: 'Selisih jam',
  rate: 'Sisa jatah permintaan',
} as const;

export type StepName = keyof typeof STEPS;

/** How one step ended, in plain words; a failed one says its cure. */
export interface Outcome {
  result: 'ok' | 'failed' | 'skipped';
  message: string;
  cure?: string;
}

export const ok = (message: string): Outcome => ({ result: 'ok', message });
export const skipped = (message: string): Outcome => ({ result: 'skipped', message });
export const failed = (message: string, cure: string): Outcome => ({ result: 'failed', message, cure });
