/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true, jsc: { rewriteRelativeImportExtensions: false } }] },
  testMatch: ['<rootDir>/test/**/*.spec.ts', '<rootDir>/{apps,libs}/*/src/**/*.spec.ts'],
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
  testTimeout: 30_000,
  // Modules of files that are done stay in memory: after some 150 files a process has none left.
  workerIdleMemoryLimit: '1GB',
  // Node's own clean-up of handles may spin for ever after sockets were reset in the middle of a write.
  forceExit: true,
};
