import { defaultClientConditions, defineConfig } from 'vite';

/** The hub serves what is built here; `npx vite apps/console` serves the sources beside a hub on port 3000. */
export default defineConfig({
  root: import.meta.dirname,
  // `#config/...` means the sources, as for the type checker.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    // An inlined asset would be a data: address, which the console's content policy refuses for fonts and scripts.
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      onLog: (level, log, handle) => {
        // "use client" is said to servers that render; there is none here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
