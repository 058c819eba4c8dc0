/** What each figure of a recap counts, as it is said beside it. */
export const DEFINITIONS = {
  received:
    'Aduan yang diajukan warga dalam periode ini, menurut waktu pengajuannya sendiri dan hari WIB. Semua angka lain menghitung aduan yang sama ini, menurut keadaannya sekarang.',
  done: 'Aduan yang kini Selesai atau Ditutup: sudah dijawab. Hasilnya (diperbaiki, dijadwalkan, dijelaskan, diteruskan) dihitung tersendiri; yang Ditolak tidak dihitung selesai.',
  share_done: 'Selesai dibagi diterima.',
  returned: 'Aduan yang sedikitnya sekali dikembalikan penangannya sebagai bukan wewenangnya.',
  rerouted:
    'Aduan yang pernah dikembalikan dan sesudahnya ditangani: kini didisposisi, diproses, selesai atau ditutup.',
  on_time: 'Aduan yang semua tenggatnya sudah dipenuhi pada waktunya. Yang tenggatnya masih berjalan belum dihitung.',
  late: 'Aduan yang sedikitnya satu tenggatnya terlampaui: dipenuhi terlambat, atau belum dipenuhi padahal sudah lewat. Tenggat berhenti selama menunggu data pelapor.',
  ratings: 'Aduan yang dinilai pelapornya, 1 sampai 5. Penilaian terakhir yang berlaku.',
  rating_mean: 'Rata-rata penilaian terakhir tiap aduan yang dinilai.',
  channel: 'Tempat warga menyampaikan aduannya.',
  opd: 'Perangkat daerah yang ditunjuk menangani, menurut disposisi terakhir.',
  subject: 'Pokok aduan, menurut keputusan terakhir.',
  kecamatan: 'Kecamatan tempat kejadian, sejauh diketahui.',
  authority: 'Tingkat pemerintahan yang berwenang, sejauh ditetapkan.',
  platform: 'Sistem yang menangani: yang statusnya berlaku bagi aduan itu.',
  first_response:
    'Dari pengajuan sampai hal pertama dari petugas yang dapat dilihat warga: perubahan status, disposisi, pengembalian atau tanggapan publik.',
  forward:
    'Dari pengajuan sampai diserahkan kepada yang menangani: disposisi ke OPD atau penerusan ke platform lain; tanpa itu, sampai diproses, selesai atau ditolak.',
  answer: 'Dari pengajuan sampai tanggapan publik pertama.',
  done_time:
    'Dari pengajuan sampai selesai, untuk aduan yang kini selesai; bila dibuka kembali, sampai selesai terakhir.',
  median: 'Separuh aduan lebih cepat dari ini.',
  p90: 'Sembilan dari sepuluh aduan lebih cepat dari ini.',
  outcomes: 'Keadaan atau hasil setiap aduan yang diterima; jumlahnya sama dengan diterima.',
  most_done: 'OPD dengan jumlah aduan selesai terbanyak.',
  highest_share: 'OPD dengan bagian selesai tertinggi, di antara yang menerima sedikitnya jumlah minimum aduan.',
  best_kecamatan:
    'Kecamatan dengan bagian selesai tertinggi, di antara yang menerima sedikitnya jumlah minimum; bila sama, yang lebih banyak selesai.',
  minimum_volume: 'Satu persen dari semua aduan yang diterima dalam periode ini, dan sedikitnya 10.',
  trend: 'Menurut bulan pengajuan; bulan yang tidak utuh dihitung sejauh periodenya.',
  previous:
    'Periode tepat sebelumnya yang sama panjangnya, dihitung menurut keadaan aduannya sekarang; bila periode ini belum usai, sepanjang hari yang sudah berjalan.',
} as const;
