/** What officers and citizens write while a complaint is handled. All invented. */
export const PROVINCE_STARTS = [
  'Terima kasih laporannya. Tim kami jadwalkan ke lokasi minggu ini.',
  'Laporan diterima balai, petugas sedang mengumpulkan data lapangan.',
  'Sudah kami teruskan ke bidang terkait, mohon ditunggu perkembangannya.',
];
export const PROVINCE_ENDS = [
  'Sudah ditindaklanjuti petugas. Terima kasih atas kepedulian Bapak/Ibu.',
  'Penanganan dijadwalkan pada paket pemeliharaan bulan depan, rambu sementara sudah dipasang.',
  'Sudah kami jelaskan kepada pihak terkait dan data sudah diperbaiki.',
];
export const PROVINCE_ASKS = 'Mohon patokan lokasi yang lebih rinci, misalnya nama toko atau nomor kilometer.';
export const CITIZEN_ANSWERS = 'Patokannya warung soto biru, kira-kira 50 meter setelah pom bensin.';
export const NOT_OURS = 'Ruas ini bukan jalan provinsi; sesuai data kami termasuk jalan kabupaten.';
export const NOT_OUR_OFFICE = 'Bukan urusan kantor kami, mohon didisposisi ulang.';
export const NOT_FIT = 'Tidak cukup keterangan untuk ditindaklanjuti.';
export const FIELD_SURVEY = ['Petugas sudah mengukur di lokasi.', 'Kerusakan didata, menunggu urutan pengerjaan.'];
export const FIELD_WORK = ['Penambalan dimulai pagi ini.', 'Alat dan bahan sudah di lokasi.'];
export const FIELD_DONE = ['Pekerjaan selesai, jalan sudah bisa dilalui.', 'Selesai dikerjakan, mohon dijaga bersama.'];
export const FIELD_COMMENT = [
  'Mohon warga memindahkan kendaraan dari bahu jalan besok pagi.',
  'Cuaca hujan, pekerjaan mundur sehari.',
];
export const OFFICE_STARTS = [
  'Terima kasih, laporan Bapak/Ibu sedang kami periksa.',
  'Sudah kami terima, petugas akan menghubungi lewat nomor yang terdaftar.',
  'Mohon maaf atas ketidaknyamanannya, kami cek dulu datanya.',
];
export const OFFICE_ENDS = [
  'Sudah ditangani petugas kami hari ini. Bila masih ada kendala silakan kabari lagi.',
  'Sudah kami jelaskan lewat telepon. Persyaratan dapat dibawa ke kantor pada jam kerja.',
  'Usulan sudah masuk daftar, hasilnya diumumkan lewat desa.',
];
export const CITIZEN_ADDS = [
  'Tambahan pak, tadi sore sudah ada pengendara yang jatuh di situ.',
  'Apakah sudah ada perkembangan? Nuwun.',
  'Saya bisa antar petugas kalau mau ke lokasi.',
];
export const SECRET_ANSWER = 'Laporan kami tangani tertutup bersama Inspektorat. Identitas Bapak/Ibu aman.';
/** Obviously nobody. */
export const NAMES = [
  'Sastra Contohwati',
  'Wirya Contohno',
  'Ngadi Rekaan',
  'Darsi Rekaan',
  'Karto Umpama',
  'Tini Umpama',
  'Slamet Misalnya',
  'Marni Misalnya',
  'Bejo Fiktif',
  'Yati Fiktif',
  'Udin Andaikata',
  'Rini Andaikata',
];
