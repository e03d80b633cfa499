// The arrows of the house point one way. A folder may import what is listed for it and itself; nothing else of ours.
const may = {
  rules: [],
  import: ['rules'],
  knowledge: ['rules'],
  store: ['rules', 'knowledge', 'channel/port', 'assistant/port'],
  desk: ['rules', 'knowledge', 'store', 'import', 'channel/port', 'assistant/port'],
  dialogue: ['rules', 'knowledge', 'desk', 'store', 'channel/port', 'assistant/port'],
  channel: ['rules', 'dialogue', 'desk', 'store', 'zalo-api-client', 'fonts', 'assistant/port'],
  'zalo-api-client': [],
  assistant: ['rules', 'knowledge'],
  http: ['rules', 'knowledge', 'desk', 'store', 'channel', 'reports', 'assistant/port', 'import/templates'],
  reports: ['rules', 'store', 'desk'],
  demonstration: ['rules', 'store', 'desk'],
};

const everywhere = '^src/(clock|errors|config|loop|log)\\.ts$';

const arrows = Object.entries(may).map(([folder, allowed]) => ({
  name: `arrows-of-${folder}`,
  comment: `src/${folder} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [`^src/${folder}/`, ...allowed.map((name) => `^src/${name}[/.]`), everywhere] },
}));

export default {
  forbidden: [
    ...arrows,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pages-know-only-types-of-the-server',
      comment:
        'The console is typed against the API; a value imported from the server would end up in the browser. Folding accents is the same on both sides.',
      severity: 'error',
      from: { path: '^src/console/' },
      to: {
        path: '^src/',
        pathNot: ['^src/console/', '^src/fonts/', '^src/rules/identity/fold\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'source-never-imports-tests',
      comment: 'But for the platforms played on this machine: a command that serves them, and the bench of faults.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/commands/(stand-in\\.ts$|bench/faults)', '^src/zalo-api-client/test/'] },
      to: { path: '^test/' },
    },
    {
      name: 'only-the-roots-see-everything',
      comment: 'app.ts is the composition root; nothing but the entry points imports it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(main|app)\\.ts$', '^src/commands/'] },
      to: { path: '^src/(main|app)\\.ts$' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^test/'] },
    // TypeScript 7 has no compiler API for the tool to use.
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
