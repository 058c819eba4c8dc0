// The arrows between the libs; test/architecture.spec.ts checks what a path rule can't say.
const only = (lib, allowed) => ({
  name: `${lib}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: '[.]spec[.]ts$' },
  to: { path: '^(libs|apps|config|test)/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('complaint', []),
    only('connector', ['complaint']),
    only('connectors', ['connector']),
    only('store', ['complaint']),
    only('text', ['complaint']),
    only('sync', ['complaint', 'connector', 'store', 'text']),
    { name: 'only-apps-and-tests-read-config', severity: 'error', from: { path: '^libs/' }, to: { path: '^config/' } },
    {
      name: 'a-connector-imports-no-other-connector',
      severity: 'error',
      from: { path: '^libs/connectors/src/([^/]+)/' },
      to: { path: '^libs/connectors/src/([^/]+)/', pathNot: '^libs/connectors/src/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
