/** An invented complaint. `{desa}` and `{kec}` are filled with the place; `ruas` and `kecamatan` fix it. */
export interface Said {
  text: string;
  /** As Lapor MasBuP names the subject. */
  kategori: string;
  opd?: string;
  ruas?: string;
  kecamatan?: string;
}

const of = (kategori: string, opd: string | undefined, texts: string[]): Said[] =>
  texts.map((text) => ({ text, kategori, ...(opd === undefined ? {} : { opd }) }));
const provincialRoad = (ruas: string, kecamatan: string, text: string): Said => ({
  text,
  kategori: 'perbaikan-jalan',
  ruas,
  kecamatan,
});

/** What the province has to answer. */
export const PROVINCIAL: Said[] = [
  provincialRoad(
    'Purbalingga - Bobotsari',
    'Bobotsari',
    'Mhn jln raya Bobotsari depan pasar bolong gede, wingi ana sing tiba. Tlg ditambal sebelum hujan.',
  ),
  provincialRoad(
    'Bobotsari - Karangreja',
    'Karangreja',
    'Aspal tanjakan arah Karangreja ngelupas sepanjang 30 meter, truk sayur sering selip di tikungan.',
  ),
  provincialRoad(
    'Bukateja - Klampok',
    'Bukateja',
    'Jalan raya Bukateja bergelombang dekat jembatan timbang lama, motor sering oleng kalau malam.',
  ),
  provincialRoad(
    'Purbalingga - Kalimanah',
    'Kalimanah',
    'Bahu jln raya Kalimanah amblas kena gorong2, kendaraan besar sdh mulai menghindar ke kanan.',
  ),
  provincialRoad(
    'Bojong - Bukateja',
    'Bukateja',
    'Dalan provinsi wetan pasar akeh lubange, nek udan ora ketok. Nyuwun tulung enggal didandani.',
  ),
  ...of('pendidikan', undefined, [
    'Anak saya diterima di SMA negeri tapi diminta iuran gedung padahal katanya sukarela. Mohon penjelasan.',
    'Atap ruang praktik SMK di {kec} bocor, kalau hujan murid pindah ke musala. Sudah dua semester begini.',
    'Kapan pembagian ijazah SMK dilakukan? Adik saya mau melamar kerja, ijazahnya masih di sekolah.',
    'SLB tempat anak saya belum punya guru pengganti sejak guru kelasnya pensiun. Mohon dibantu.',
  ]),
  ...of('samsat', undefined, [
    'Antre di Samsat dari jam 8 sampai jam 1 blm dipanggil, loket yang buka cuma satu. Mhn ditambah.',
    'Pajak motor sdh saya bayar lewat aplikasi tapi di Samsat datanya belum masuk, ditolak cetak.',
  ]),
];

/** Roads and the like that the regency looks after. */
export const INFRASTRUCTURE: Said[] = [
  ...of('perbaikan-jalan', 'DPUPR', [
    'Dalane nang {desa} bolong2, nek udan dadi kolam. Wis telung wulan ora ana sing nambal.',
    'Jln kabupaten dari balai desa {desa} ke pasar rusak parah, ambulan saja pelan sekali lewatnya.',
    'Tlg jalan poros {desa} diaspal lagi, kerikilnya lepas semua. Anak sekolah sudah banyak yang jatuh.',
    'Lubang di pertigaan {desa} makin lebar, ditandai warga pakai ban bekas. Mohon segera ditambal.',
    'Jalan {desa} retak dan turun sebelah, takut longsor ke sawah. Mhn dicek petugas ya pak.',
    'Nyuwun sewu, dalan kidul balai desa {desa} kapan didandani? Tiap tahun cuma dijanjikan.',
  ]),
  ...of('jembatan', 'DPUPR', [
    'Pagar jembatan di {desa} copot sebelah, bahaya kalau malam. Mohon dipasang pengaman dulu.',
    'Lantai jembatan kecil {desa} berlubang, besinya kelihatan. Mobil pikap sudah tidak berani lewat.',
  ]),
  ...of('drainase', 'DPUPR', [
    'Selokan depan SD {desa} mampet, tiap hujan air masuk kelas. Sdh kerja bakti tapi sedimennya dalam.',
    'Gorong-gorong di {desa} ambrol, banyune luber ning dalan. Mohon ditinjau sebelum ada korban.',
  ]),
  ...of('talud', 'DPUPR', ['Talud pinggir kali {desa} longsor 6 meter, jarak ke rumah warga tinggal dua langkah.']),
];

/** What the regency's other offices answer at home. */
export const AT_HOME: Said[] = [
  ...of('bantuan-sosial', 'DINSOSDALDUKKB3A', [
    'Ibu saya janda 71 tahun belum pernah dapat bansos, tetangga yang punya mobil malah dapat. Mohon dicek.',
    'Beras bantuan bulan ini di {desa} belum turun, desa lain sudah. Kapan nggih pak?',
    'Cara daftar DTSEN bagaimana? Bapak saya sakit stroke, penghasilan langka sama sekali.',
    'Bansos saya berhenti sejak pindah RT di {desa}, padahal keadaan tetap sama.',
  ]),
  ...of('lampu-jalan', 'DINHUB', [
    'Lampune peteng kabeh sekang pertelon {desa} tekan lapangan, wis rong minggu.',
    'Lampu jalan depan masjid {desa} kedip-kedip lalu mati. Mohon diganti.',
    'PJU nyala siang mati malam di jalan {desa}, mungkin timernya kebalik.',
  ]),
  ...of('pkh', 'DINSOSDALDUKKB3A', [
    'PKH tahap ini belum masuk rekening, kartu aktif. Harus lapor ke mana?',
    'Pendamping PKH {desa} susah dihubungi, sdh dua kali ganti nomor.',
  ]),
  ...of('pendidikan', 'DINDIKBUD', [
    'Sekolah dasar di {desa} gurunya kurang, satu guru pegang dua kelas. Mohon ditambah.',
    'Pagar SD {desa} roboh kena angin, anak-anak langsung ke jalan kalau istirahat.',
    'Apakah benar seragam SMP wajib beli di koperasi? Harganya memberatkan.',
  ]),
  ...of('bpjs-kesehatan', 'DINKES', [
    'BPJS PBI anak saya tiba2 nonaktif pas mau kontrol. Cara mengaktifkan gimana?',
    'Mau daftar BPJS yang dibayari pemda, syaratnya apa saja? Saya buruh harian di {desa}.',
  ]),
  ...of('kesehatan', 'DINKES', [
    'Puskesmas {kec} antre obatnya lama sekali, lansia kasihan berdiri. Mohon ditambah kursi.',
    'Minta fogging di {desa}, sudah empat tetangga kena demam berdarah.',
  ]),
  ...of('ketenagakerjaan', 'DINNAKER', [
    'Upah lembur di tempat kerja saya belum dibayar dua bulan. Ke mana saya bisa mengadu?',
    'Kapan ada pelatihan menjahit lagi? Tetangga {desa} banyak yang ingin ikut.',
  ]),
  ...of('kependudukan', undefined, ['KTP saya rusak, sudah rekam ulang sebulan lalu tapi blangko katanya habis.']),
  ...of('kebersihan-lingkungan', 'DLH', [
    'Sampah nang pinggir kali {desa} numpuk, mambu banget. Tlg disediakan kontainer.',
    'TPS {kec} meluber sampai jalan, truknya datang seminggu sekali saja.',
  ]),
  ...of('ketertiban-umum', 'SATPOL PP', [
    'Tiap malam minggu ada balap liar di {desa}, warga tidak bisa tidur. Mohon dipatroli.',
  ]),
  ...of('pemerintahan-desa', 'DINPERMASDES', [
    'Pelayanan surat di balai desa {desa} tutup jam 11. Padahal kami kerja, kesel bolak-balik.',
  ]),
  ...of('perhubungan', 'DINHUB', ['Bangjo perempatan {kec} mati sejak pagi, kendaraan semrawut. Mohon petugas.']),
  ...of('perumahan', 'DINRUMKIM', ['Rumah mbah saya di {desa} hampir roboh, bisa diusulkan bedah rumah tidak?']),
];

/** About something that has no subject of its own. */
export const ABOUT_OTHERS = [
  'Mohon info jadwal layanan keliling bulan ini, di papan pengumuman belum ada.',
  'Pupuk untuk tanaman kami susah didapat, di kios katanya kosong terus.',
  'Air ledeng di tempat kami keruh sejak tiga hari lalu. Mohon dicek.',
  'Sinyal telepon di tempat kami hilang tiap hujan, kepada siapa kami meminta bantuan?',
  'Usul: taman bermain ditambah tempat duduk, orang tua berdiri semua kalau sore.',
];

/** What citizens told the province although it is the regency's duty. */
export const HANDED_DOWN = {
  smartdpu: of('perbaikan-jalan', 'DPUPR', [
    'Jalan kabupaten di Desa {desa} rusak berat sejak musim hujan tahun lalu, mohon diteruskan ke yang berwenang.',
    'Pak Gub, jalan desa kami {desa} ke kota kecamatan berlubang semua, sudah lapor ke mana-mana belum ada jawaban.',
  ]),
  home: of('bantuan-sosial', 'DINSOSDALDUKKB3A', [
    'Mohon bantuan Pak Gubernur, orang tua saya lumpuh di {desa} dan belum terdata sebagai penerima bantuan sosial.',
    'Kami korban kebakaran rumah di {desa} belum menerima bantuan apa pun sejak tiga minggu yang lalu.',
  ]),
};

/** Too short for LaporGub, and the place does not help. */
export const SHORT: Said = { text: 'jln rusak pak', kategori: 'perbaikan-jalan', kecamatan: 'Karangreja' };

/** Rahasia, and SMARTDPU knows no such mark: an admin has to decide. */
export const SECRET: Said = {
  text: 'Mohon identitas dan laporan saya dirahasiakan: adukan semen saluran di {desa} tidak sesuai papan proyek.',
  kategori: 'drainase',
  opd: 'DPUPR',
};

/** Taken for a provincial road at first. */
export const MISTAKEN: Said[] = of('perbaikan-jalan', 'DPUPR', [
  'Jalan besar arah {desa} penuh lubang, katanya jalan provinsi jadi desa tidak berani menambal. Mohon kejelasan.',
  'Jln lintas {kec} dekat lapangan {desa} rusak, entah punya provinsi apa kabupaten. Sing penting didandani.',
]);
