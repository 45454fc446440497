const ERROR = /** @type {const} */ ('error');

/** The house: who may import whom. The layers from top to bottom; see ARCHITECTURE.md. */
const LAYERS = [
  ['app'],
  ['channels', 'interpreter', 'automation', 'integrations'],
  ['conversations'],
  ['outcomes'],
  ['triage'],
  ['agents'],
  ['voice', 'contacts'],
  ['messaging'],
  ['identity'],
  ['platform'],
];

/** Inside these, features have an order of their own, from the bottom up: a feature may import those before it. */
const FEATURE_ORDER = {
  platform: ['telemetry', 'db', 'crypto', 'events', 'jobs', 'realtime', 'storage', 'virus-scan', 'email', 'outbound', 'http'],
  identity: [
    'audit',
    'tenants',
    'feature-flags',
    'members',
    'account-mail',
    'credentials',
    'break-glass',
    'sessions',
    'single-sign-on',
    'invitations',
    'api-keys',
    'apps',
  ],
  messaging: ['conversations', 'files', 'messages', 'turns'],
  agents: ['forms', 'models', 'prompts', 'knowledge', 'extraction', 'builtin-engine', 'http-tools', 'definitions', 'run-turn'],
  triage: ['safety', 'routing', 'escalations'],
  conversations: ['extracting', 'answering', 'inbox'],
};

/** Features of these never import each other: a shared piece moves down. */
const APART = ['channels', 'outcomes', 'integrations', 'automation'];

/** @param {string[]} names */
const inLayer = (names) => `^server/src/(${names.join('|')})/`;
const testing = '\\.(test|testing|contract)\\.ts$';

const upwards = LAYERS.slice(1).map((names, index) => ({
  name: `no-import-upwards-from-${names.join('-')}`,
  severity: ERROR,
  comment: 'Imports go downwards only.',
  from: { path: inLayer(names), pathNot: testing },
  to: { path: inLayer(LAYERS.slice(0, index + 1).flat()) },
}));

const sideways = LAYERS.filter((names) => names.length > 1).flatMap((names) =>
  names.map((name) => ({
    name: `no-import-sideways-from-${name}`,
    severity: ERROR,
    comment: 'What stands on one line does not know each other.',
    from: { path: inLayer([name]), pathNot: testing },
    to: { path: inLayer(names.filter((other) => other !== name)) },
  })),
);

const features = Object.entries(FEATURE_ORDER).flatMap(([layer, order]) =>
  order.slice(0, -1).map((feature, index) => ({
    name: `no-import-upwards-within-${layer}-from-${feature}`,
    severity: ERROR,
    comment: 'The features of this layer have an order.',
    from: { path: `^server/src/${layer}/${feature}/`, pathNot: testing },
    to: { path: `^server/src/${layer}/(${order.slice(index + 1).join('|')})/` },
  })),
);

const apart = APART.map((layer) => ({
  name: `no-import-between-features-of-${layer}`,
  severity: ERROR,
  comment: 'A shared piece moves down.',
  from: { path: `^server/src/${layer}/([^/]+)/`, pathNot: testing },
  to: { path: `^server/src/${layer}/[^/]+/`, pathNot: `^server/src/${layer}/$1/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycle', severity: ERROR, comment: 'Files that need each other are one file.', from: {}, to: { circular: true } },
    ...upwards,
    ...sideways,
    ...features,
    ...apart,
    {
      name: 'contracts-import-nothing-of-ours',
      severity: ERROR,
      from: { path: '^contracts/' },
      to: { path: '^(server|dashboard|widget|scripts)/' },
    },
    {
      name: 'scope-granted-by',
      severity: ERROR,
      comment: 'The right to act in a tenant is granted by authentication, a verified channel account, a job, a turn or the composition.',
      from: {
        path: '^server/src/',
        pathNot: [
          testing,
          '^server/src/app/',
          '^server/src/identity/sessions/',
          '^server/src/channels/[^/]+/',
          '^server/src/platform/jobs/',
          '^server/src/platform/events/',
          '^server/src/conversations/answering/claim-turn\\.ts$',
          '^server/src/platform/db/',
        ],
      },
      to: { path: '^server/src/platform/db/tenant-scope\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'queries-only-in-repositories',
      severity: ERROR,
      comment: 'Only *.repository.ts has queries; tables declare, the database folder runs.',
      from: {
        path: '^server/src/',
        pathNot: [testing, '\\.repository\\.ts$', '\\.tables\\.ts$', '^server/src/platform/(db|events|jobs)/'],
      },
      to: { path: 'node_modules/drizzle-orm', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'loader-knows-only-itself',
      severity: ERROR,
      comment: 'It is on every page: what it imports, every page pays for.',
      from: { path: '^widget/src/loader/' },
      to: { pathNot: '^widget/src/loader/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'conversation-knows-no-page',
      severity: ERROR,
      comment: 'The conversation runs without a page, as its tests do.',
      from: { path: '^widget/src/chat/' },
      to: { path: '^widget/src/(app|loader|markdown|texts|theme|view)/' },
    },
    {
      name: 'view-knows-the-conversation-by-its-types',
      severity: ERROR,
      from: { path: '^widget/src/(markdown|texts|theme|view)/', pathNot: testing },
      to: { path: '^widget/src/(app|chat|loader)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'widget-takes-types-from-contracts',
      severity: ERROR,
      comment: 'What validates on the server would make the widget twice as large.',
      from: { path: '^widget/src/', pathNot: testing },
      to: {
        path: '^contracts/',
        pathNot: '^contracts/src/(launcher-icons|widget-theme|widget-theme-colors)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'widget-and-server-are-apart',
      severity: ERROR,
      from: { path: '^widget/' },
      to: { path: '^(server|scripts|e2e)/' },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: ERROR,
      from: { path: '^server/src/', pathNot: testing },
      to: { path: `(${testing})|^server/test/` },
    },
    {
      name: 'not-to-dev-dependency',
      severity: ERROR,
      from: { path: '^server/src/', pathNot: testing },
      to: { dependencyTypes: ['npm-dev'] },
    },
    { name: 'not-to-unresolvable', severity: ERROR, from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
