// The order of the house: model <- align, vietnamese <- stages; model <- corpus, api <- pipeline <- report <- http <- cli <- main; api <- web.
// Each rule says why it is there; `npm run check` runs them over src/.

const STAGES = ['extract', 'normalise', 'exclude', 'fingerprint', 'compare', 'score', 'decide'];
const folders = (...names) => `^src/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle has no order in which it can be read or tested.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'model-imports-nothing',
      comment: 'Types, settings and number formats stand at the bottom: whatever they imported, everyone would import.',
      severity: 'error',
      from: { path: folders('model') },
      to: { pathNot: folders('model') },
    },
    {
      name: 'align-imports-model-only',
      comment: 'One aligner serves exclude and compare; it knows token ids and nothing of what they are aligned for.',
      severity: 'error',
      from: { path: folders('align') },
      to: { pathNot: folders('model', 'align') },
    },
    {
      name: 'vietnamese-imports-model-only',
      comment: 'What several stages know of the language is below them all, and knows none of them.',
      severity: 'error',
      from: { path: folders('vietnamese') },
      to: { pathNot: folders('model', 'vietnamese') },
    },
    ...STAGES.map((stage) => ({
      name: `${stage}-stands-alone`,
      comment: 'A stage never imports another one, types included, nor anything above it: the pipeline joins them.',
      severity: 'error',
      from: { path: folders(stage) },
      to: {
        path: '^src/',
        pathNot:
          stage === 'exclude' || stage === 'compare'
            ? folders('model', 'vietnamese', 'align', stage)
            : folders('model', 'vietnamese', stage),
      },
    })),
    {
      name: 'pure-stages',
      comment:
        'All stages but extract, and what stands below them, are functions of their arguments: no disk, network, clock or outside package.',
      severity: 'error',
      from: { path: folders('align', 'vietnamese', ...STAGES.filter((stage) => stage !== 'extract')) },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'] },
    },
    {
      name: 'corpus-imports-model-only',
      comment: 'Keeping and finding must work for any implementation, so it knows no stage; what it needs of one is an argument.',
      severity: 'error',
      from: { path: folders('corpus') },
      to: { path: '^src/', pathNot: folders('model', 'corpus') },
    },
    {
      name: 'api-imports-model-only',
      comment: 'The schemas of what crosses a boundary are shared with the browser.',
      severity: 'error',
      from: { path: folders('api') },
      to: { path: '^src/', pathNot: folders('model', 'api') },
    },
    {
      name: 'pipeline-below-report',
      comment: 'The story does not know how it is shown.',
      severity: 'error',
      from: { path: folders('pipeline') },
      to: { path: '^src/(report/|http/|web/|cli/|main)' },
    },
    {
      name: 'pipeline-sees-corpus-by-its-interface',
      comment: 'Which implementation keeps the essays is decided where a command opens it.',
      severity: 'error',
      from: { path: folders('pipeline', 'report', 'http') },
      to: { path: folders('corpus'), pathNot: '^src/corpus/(corpus|lease|records/[^/]+)\\.ts$' },
    },
    {
      name: 'report-below-http',
      comment: 'A report is made from an assessment; it starts nothing. The viewer in it is a built file, not an import.',
      severity: 'error',
      from: { path: folders('report') },
      to: { path: '^src/(http/|web/|cli/|main)' },
    },
    {
      name: 'http-below-cli',
      comment: 'The service is given what it works with; who opens a corpus or starts a process is a command.',
      severity: 'error',
      from: { path: folders('http') },
      to: { path: '^src/(web/|cli/|main)' },
    },
    {
      name: 'http-neither-reads-nor-compares',
      comment: 'The web process never parses, aligns or scores an essay: none of that may be in its reach by a careless import.',
      severity: 'error',
      from: { path: folders('http') },
      to: { path: folders('align', ...STAGES.filter((stage) => stage !== 'normalise')) },
    },
    {
      name: 'web-imports-api-only',
      comment: 'The page runs in a browser: it shares the schemas of what it is sent, and nothing of how that was made.',
      severity: 'error',
      from: { path: folders('web') },
      to: { path: '^src/', pathNot: folders('api', 'web') },
    },
    {
      name: 'viewer-knows-no-service',
      comment: 'The viewer stands in the HTML report too, where there is nobody to ask.',
      severity: 'error',
      from: { path: '^src/web/(look|viewer|report)/' },
      to: { path: '^src/web/(app|words)/' },
    },
    {
      name: 'nobody-imports-web',
      comment: 'The page is built by itself; the service sends files.',
      severity: 'error',
      from: { pathNot: folders('web') },
      to: { path: folders('web') },
    },
    {
      name: 'nobody-imports-main',
      comment: 'main.ts is where the program begins.',
      severity: 'error',
      from: {},
      to: { path: '^src/main' },
    },
    {
      name: 'sqlite-in-one-place',
      comment: 'The database packages are wrapped in one folder, so that they can be replaced there.',
      severity: 'error',
      from: { pathNot: folders('corpus') },
      to: { path: 'node_modules/(better-sqlite3|kysely)' },
    },
    {
      name: 'parsers-in-one-place',
      comment: 'Document parsers run in the sandbox only, and extract is all that the sandbox runs.',
      severity: 'error',
      from: { pathNot: folders('extract') },
      to: { path: 'node_modules/(mammoth|saxes|pdf-parse|file-type)' },
    },
    {
      name: 'express-in-one-place',
      comment: 'What speaks HTTP is wrapped in one folder.',
      severity: 'error',
      from: { pathNot: folders('http') },
      to: { path: 'node_modules/(express|helmet|multer|compression|express-rate-limit|pino-http|prom-client|@node-rs/argon2)/' },
    },
    {
      name: 'no-natural-root',
      comment: "natural's root loads a .env file and database drivers: single modules of it only.",
      severity: 'error',
      from: {},
      to: { path: 'node_modules/natural/lib/natural/index' },
    },
    {
      name: 'only-listed-packages',
      comment:
        'A package that is not among the dependencies is not there after `npm ci --omit=dev`. What web imports is built into its files.',
      severity: 'error',
      from: { path: '^src/', pathNot: folders('web') },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'undetermined'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.d.ts'] },
  },
};
