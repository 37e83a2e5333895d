// Directions between the parts. tests/layers.test.ts checks the finer ones, and .svelte files.
const never = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    never('shared-stands-alone', '^shared/', '^(client|server|tests)/'),
    never('client-not-server', '^client/', '^(server|tests)/'),
    never('server-not-client', '^server/', '^(client|tests)/'),
    never('sync-not-session', '^server/sync/', '^server/session/'),
    never('session-not-sync', '^server/session/', '^server/sync/'),
    { name: 'shared-no-node', severity: 'error', from: { path: '^shared/' }, to: { dependencyTypes: ['core'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'node', 'default'],
    },
  },
};
