import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** What no admin reads in the console, or what the console calls by its code. */
const ELSEWHERE = [
  // Simulated platforms, samples and other vocabularies to try readers with.
  /\.spec\.ts$|\/testing\/|\/demo\/|simulat|staged|samples|other-words|renamed|preview-draft|sync\/src\/unnamed/,
  // Said to citizens, in the language that they were spoken to in.
  /http\/(lacak|data)\/|apps\/hub\/src\/lacak\/|intake\/(wording|words|changes)|reporter-words/,
  // Said on a terminal, before there is a console, and in the documents of the API.
  /embedded\/|hub\/src\/(main|start|keys|compose|classify|waiting-room|faults)\.ts|http\/(openapi|set-up)\.ts|secured\.ts|probes\//,
  // Files for a meeting, whose words are their own.
  /hub\/src\/recap(-files)?\//,
  // Lists of words to look for.
  /openapi-import\/alike|common-passwords|intake\/marks|libs\/text\/src\/(?!chatter|locate|subject)/,
  // Named in the console by their codes: subjects, statuses, steps of the connection test.
  /complaint\/src\/(category|status)|connection-test\/step/,
  /migrations|entities/,
];

/** Written so in the code, and said to nobody in the console. */
const NOT_SAID = new Set([
  'Bearer realm="simpul-aduan"',
  'Simpul Aduan',
  // Sent to a channel, named in a file, written for the API's document, given to the first admin.
  'Ini percobaan saluran {1}. Tidak ada yang perlu dilakukan.',
  '{1} pemberitahuan dari waktu tenang',
  '[Simpul Aduan] {1}',
  'Kecamatan {1}, {2}',
  'Kecamatan {1}',
  'OPD atau instansi, sebagaimana tertulis pada aduan: wajib bagi admin_opd dan admin_vertikal',
  'missing_here: belum pernah sampai ke simpul; missing_there: tidak ada lagi di platform; other_status: status berbeda; ',
  'missing_reply: tanggapan yang dikirim tidak tampak',
  'Admin utama',
  // Measured and masked values.
  'kode pelapor:{1}',
  '… {1} lagi',
  '{1} byte',
]);

/** Words that a sentence of the hub hardly does without. */
const INDONESIAN = new RegExp(
  `(^|[^a-z])(${[
    'yang tidak belum sudah bukan dari untuk ke di dalam pada ini itu dan atau dengan oleh sebagai harus hanya paling',
    'lagi masih akan bila karena tanpa terlalu perlu wajib boleh ada lain semua sama salah kosong terbanyak',
    'kabar kiriman aduan laporan kasus pesan isi kata sandi kunci kode nomor nama alamat berkas versi profil dokumen',
    'status pokok wilayah kewenangan tanggapan keterangan perubahan pengambilan lampiran permintaan jawaban komentar',
    'ucapan usulan catatan alasan identitas halaman sesi faktor utama peran admin warga pelapor kecamatan koneksi',
    'dibaca dianggap dikirim terkirim dikenal dibetulkan dilepas dijeda ditolak menolak menjawab meminta sedang putus',
    'menunggu bagaimana cara jarak seberapa umum lazimnya pihak',
    'masuk lewat perbaiki periksa kirim coba tulis tajuk kueri metode jalan byte bita huruf menit jam hari',
  ]
    .join(' ')
    .replaceAll(' ', '|')})([^a-z]|$)`,
  'i',
);
/** Queries, pages and headers; a place for a key or for what is coded stands in a sentence. */
const CODE =
  /<(?!kunci|base64)|(?<!kunci|base64)>|\n {2}|::|charset=|filename=|[=(]\$\d|\bas "|'$| = '|= \?|\b(is|not) null\b/;

const isSentence = (text: string): boolean =>
  / [^ ]/.test(text.trim()) && INDONESIAN.test(text) && !CODE.test(text) && !NOT_SAID.has(text);

/** A literal as a template: `{1}` stands for its first value. Null for what is no literal. */
function templateOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }, at) => `{${at + 1}}${literal.text}`).join('');
  }
  return null;
}

/** Said in the API's document and in no answer: descriptions, and a decorator's own first words. */
function isDescription(file: string, node: ts.Node): boolean {
  if (!file.startsWith('apps/hub/src/')) return false;
  if (ts.isPropertyAssignment(node)) return /^(description|summary|examples?)$/.test(node.name.getText());
  return templateOf(node) !== null && ts.isCallExpression(node.parent) && ts.isDecorator(node.parent.parent);
}

interface Spoken {
  /** What the hub's server says to people before the console, as templates, with where each is written. */
  sentences: Map<string, string>;
  /** Every literal of the server, single words that are put into sentences included. */
  literals: Set<string>;
}

export function spoken(): Spoken {
  const sentences = new Map<string, string>();
  const literals = new Set<string>();
  for (const file of globSync(['libs/*/src/**/*.ts', 'apps/hub/src/**/*.ts'])) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const isElsewhere = ELSEWHERE.some((pattern) => pattern.test(file));
    const visit = (node: ts.Node, isDescribed: boolean): void => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
      const template = templateOf(node);
      if (template !== null) literals.add(template);
      if (template !== null && !isElsewhere && !isDescribed && isSentence(template) && !sentences.has(template)) {
        sentences.set(template, `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
      }
      ts.forEachChild(node, (child) => visit(child, isDescribed || isDescription(file, child)));
    };
    visit(source, false);
  }
  return { sentences, literals };
}
