import { existsSync, readFileSync } from 'node:fs';

const [file, smoke] = process.argv.slice(2);
const count = { passed: 0, failed: 0, skipped: 0 };
if (existsSync(file)) {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  for (const { assertionResults, status } of testResults) {
    for (const test of assertionResults) {
      if (test.status === 'passed') count.passed += 1;
      else if (test.status === 'failed') count.failed += 1;
      else count.skipped += 1;
    }
    // A file that could not even be loaded has no tests to count.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) count.failed += 1;
  }
} else count.failed += 1;
count[smoke] += 1;
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
