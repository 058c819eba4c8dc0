import type { Finding } from './compare.ts';

/** A drift as a clerk reads it. Without anything that a citizen or an office said. */
export function sentenceOf({ kind, what, here, there }: Finding, externalId: string, title: string): string {
  switch (kind) {
    case 'missing_here':
      return what === 'case'
        ? `Aduan ${externalId} ada di ${title} tetapi belum pernah sampai ke simpul`
        : `Ada tanggapan pada ${externalId} di ${title} yang belum pernah sampai ke simpul`;
    case 'missing_there':
      return `Aduan ${externalId} sudah tidak ada di ${title}, padahal simpul mencatatnya masih di sana`;
    case 'missing_reply':
      return `Tanggapan yang sudah dikirim ke ${title} tidak tampak pada ${externalId}`;
    case 'other_status':
      return what === 'facts'
        ? `Disposisi ${externalId} di ${title} lain dari yang tercatat di simpul`
        : `${title} menampilkan status "${there ?? '-'}" untuk ${externalId}, simpul mencatat "${here ?? '-'}"`;
  }
}

/** What is done about it, or what a person can do. */
export function remedyOf({ remedy }: Finding, isRepaired: boolean, title: string): string {
  if (!isRepaired) return `periksa di ${title}, lalu putuskan`;
  return remedy === 'resend' ? 'dikirim ulang setelah diperiksa' : 'dibaca ulang';
}

export const fewerThanExpected = (listed: number, expected: number, title: string): string =>
  `${title} hanya menyebut ${listed} aduan, padahal seharusnya sekitar ${expected}: pencocokan dihentikan, tidak ada yang diubah`;
