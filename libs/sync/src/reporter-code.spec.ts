import { expect, test } from '@jest/globals';
import { Sealer } from '#store';
import { isReporterCode, reporterCode } from './reporter-code.ts';

const SEALER = new Sealer('kunci-rahasia-uji-coba');

test('each complaint has a code of its own, the same each time, that can be read aloud', () => {
  const codes = Array.from({ length: 500 }, (_none, n) => reporterCode(SEALER, `aduan-${n}`));
  expect(new Set(codes).size).toBe(500);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(reporterCode(SEALER, 'aduan-7')).toBe(codes[7]);
});

test('under another key the codes are others', () => {
  expect(reporterCode(new Sealer('kunci-rahasia-yang-lain'), 'a')).not.toBe(reporterCode(SEALER, 'a'));
});

test('a code is known however people write it, and no other is', () => {
  const code = reporterCode(SEALER, 'a');
  for (const written of [code, code.toLowerCase(), code.replace('-', ''), ` ${code.replaceAll('0', 'o')} `]) {
    expect(isReporterCode(SEALER, 'a', written)).toBe(true);
  }
  for (const wrong of ['', '-', code.slice(1), `${code}0`, reporterCode(SEALER, 'b')]) {
    expect(isReporterCode(SEALER, 'a', wrong)).toBe(false);
  }
});
