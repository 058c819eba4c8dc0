import { CATEGORIES, type Category, KEWENANGANS, type Kewenangan, type Status, STATUSES } from '#complaint';
import {
  BooleanFilter,
  ChoiceFilter,
  ChoicesFilter,
  MomentFilter,
  PageQuery,
  PatternFilter,
  TextFilter,
} from '../paging/fields.ts';

const DUE = ['soon', 'overdue'] as const;
const AREA_CODE = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

export class ComplaintQuery extends PageQuery {
  @ChoicesFilter(STATUSES, 'Satu status atau beberapa, dipisahkan koma') status?: Status[];
  @TextFilter('Koneksi tempat aduan ini juga tercatat') instance?: string;
  @TextFilter('Koneksi yang menangani') handler?: string;
  @ChoiceFilter(CATEGORIES, 'Pokok aduan') category?: Category;
  @ChoiceFilter([...KEWENANGANS, 'unknown'], 'Kewenangan; unknown berarti belum diketahui')
  kewenangan?: Kewenangan | 'unknown';
  @PatternFilter(AREA_CODE, 'Kode wilayah kecamatan atau desa', 'harus berupa kode wilayah, misalnya 33.03.09')
  kecamatan?: string;
  @TextFilter('OPD yang ditugasi, misalnya DPUPR') opd?: string;
  @TextFilter('Saluran, misalnya whatsapp') channel?: string;
  @TextFilter('Nomor aduan, nomor di platform lain, atau paling sedikit tiga huruf dari isi') q?: string;
  @TextFilter('Nomor telepon pelapor: dicocokkan sebagai sidik, tidak pernah ditampilkan', 30) phone?: string;
  @ChoiceFilter(DUE, 'Tenggat yang berjalan: soon, mendekat; overdue, terlewati') due?: (typeof DUE)[number];
  @MomentFilter('Diajukan sejak') opened_from?: string;
  @MomentFilter('Diajukan sampai; tanggal tanpa jam termasuk seharian') opened_to?: string;
  @BooleanFilter('Hanya yang rahasia, atau hanya yang tidak') rahasia?: boolean;
}
