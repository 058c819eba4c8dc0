import { DEADLINE, type DeadlineKind } from '#complaint';
import type { AlertKind, Cause } from '#store';
import { adviceOn } from './advice.ts';

type Wording = (about: { title: string; count: number; subject: string; detail: string | null }) => string;

/** What has happened and what to do about it, for whoever is on duty. */
const SENTENCES: Record<AlertKind, Wording> = {
  deliveries_waiting: ({ title, count }) =>
    `${count} kiriman ke ${title} sudah menunggu terlalu lama. Periksa keadaan koneksi: apakah dijeda, atau platformnya tidak menjawab.`,
  messages_waiting: ({ title, count }) =>
    `${count} kabar dari ${title} sudah menunggu terlalu lama untuk diolah. Pastikan proses pekerja berjalan.`,
  instance_paused: ({ title, detail }) =>
    `Koneksi ${title} dijeda${detail ? `: ${plain(detail)}` : ''}. Perbaiki penyebabnya, lalu lanjutkan koneksi; tidak ada yang hilang.`,
  breaker_open: ({ title, count }) =>
    `${title} gagal dihubungi ${count} kali berturut-turut; kiriman ditunda dan dicoba lagi sendiri. Bila berlanjut, hubungi pengelola platform.`,
  label_unmapped: ({ count, subject }) => `${plain(subject)} (${count} kasus). ${adviceOn('unknown_label')}`,
  delivery_parked: ({ title, count, subject, detail }) =>
    `${count} kiriman ke ${title} menunggu keputusan: ${plain(subject)}. ${adviceOn(detail)}`,
  delivery_uncertain: ({ title, count }) =>
    `${count} kiriman ke ${title} mungkin sudah sampai. ${adviceOn('uncertain')}`,
  message_parked: ({ title, count, subject, detail }) =>
    `${count} kabar dari ${title} belum dapat diolah: ${plain(subject)}. ${adviceOn(detail)}`,
  platform_silent: ({ title }) =>
    `${title} tidak memberi kabar lebih lama dari biasanya. Periksa apakah platform itu berjalan dan webhooknya masih terpasang.`,
  webhook_lost: ({ title, count }) =>
    `${count} kabar terakhir dari ${title} hanya ditemukan lewat poll; webhooknya tidak datang lagi. Periksa langganan webhook di platform itu; tidak ada yang hilang.`,
  reading_hampered: ({ title, detail }) =>
    `Kabar dari ${title} terhambat: ${plain(detail ?? '')}. Perbaiki sebabnya di platform atau di koneksi, lalu uji koneksi; yang tertunda menyusul.`,
  reconciliation_stalled: ({ title, detail }) =>
    `Pencocokan dengan ${title} tidak selesai: ${plain(detail ?? 'sudah berjalan lebih dari sehari')}. Periksa sebabnya di Rekonsiliasi, lalu mulai lagi; kabar dan kiriman tetap berjalan.`,
  deadline_soon: ({ title, count, subject }) =>
    `${count} aduan di ${title} mendekati tenggat "${deadlineLabel(subject)}". Ingatkan petugasnya sebelum terlambat.`,
  deadline_overdue: ({ title, count, subject }) =>
    `${count} aduan di ${title} melewati tenggat "${deadlineLabel(subject)}". Hubungi petugasnya; pelapor melihatnya di halaman Lacak.`,
};

const deadlineLabel = (kind: string): string => DEADLINE[kind as DeadlineKind]?.label ?? kind;

export const sentenceOf = ({ kind, ...about }: Cause, title: string): string => SENTENCES[kind]({ ...about, title });

const plain = (reason: string): string => reason.trim().replace(/\.$/, '') || 'tanpa alasan tertulis';
