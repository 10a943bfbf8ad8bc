/**
 * Who may import whom (the table in the README's tour). dependency-cruiser refuses everything else.
 * Each rule is named after the layer that it keeps; test/unit/build/layers.test.ts plants one violation per rule.
 */

/** Only these may be imported from `from`; every other module of ours is refused. */
const layer = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only: ${allowed.join(', ') || 'itself'}`,
  from: { path: `^${from}` },
  to: { path: '^(renderer|electron|build|test)/', pathNot: allowed.map((path) => `^${path}`) },
})

/** Only these packages may be imported from `from`. */
const packages = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may use only the packages: ${allowed.join(', ') || 'none'}`,
  from: { path: `^${from}` },
  to: {
    dependencyTypesNot: ['local', 'core', 'aliased', 'localmodule'],
    pathNot: ['^(renderer|electron|build|test)/', ...allowed.map((name) => `(^|/)node_modules/${name}/`)],
  },
})

const noNode = (name, from) => ({
  name,
  severity: 'error',
  comment: `${from} runs in a window: no Node built-ins`,
  from: { path: `^${from}` },
  to: { dependencyTypes: ['core'] },
})

const contract = 'electron/ipc/contract\\.ts'
const domainAndWords = ['renderer/domain/', 'renderer/words/']

/** Over a WebSocket: they share how a link is watched and comes back. */
const overLink = ['sip', 'xmpp']

/** An adapter never imports another adapter: main.tsx hands it what it needs as a port. */
const adapters = [
  'link',
  'sip',
  'xmpp',
  'rt',
  'dexie',
  'packs',
  'media',
  'line-check',
  'browser',
  'desktop',
].map((name) =>
  layer(`adapter-${name}`, `renderer/adapters/${name}/`, [
    'renderer/domain/',
    'renderer/ports/',
    `renderer/adapters/${name}/`,
    ...(name === 'desktop' ? [contract] : []),
    ...(overLink.includes(name) ? ['renderer/adapters/link/'] : []),
  ]),
)

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    layer('domain', 'renderer/domain/', ['renderer/domain/']),
    packages('domain-packages', 'renderer/domain/', ['libphonenumber-js', 'feelin', 'tinyld']),
    layer('words', 'renderer/words/', domainAndWords),
    packages('words-packages', 'renderer/words/', ['intl-messageformat']),
    layer('ports', 'renderer/ports/', ['renderer/domain/', 'renderer/ports/']),
    packages('ports-packages', 'renderer/ports/', []),
    layer('state', 'renderer/state/', ['renderer/domain/', 'renderer/state/']),
    packages('state-packages', 'renderer/state/', ['zustand']),
    layer('services', 'renderer/services/', [
      'renderer/domain/',
      'renderer/ports/',
      'renderer/state/',
      'renderer/services/',
    ]),
    packages('services-packages', 'renderer/services/', ['zustand']),
    ...adapters,
    packages('adapter-packages', 'renderer/adapters/', [
      'sip\\.js',
      'strophe\\.js',
      'dexie',
      'minisearch',
      '@orama/stemmers',
      'valibot',
    ]),
    layer('ui', 'renderer/ui/', [...domainAndWords, 'renderer/state/', 'renderer/services/', 'renderer/ui/']),
    {
      name: 'ui-knows-services-by-type',
      severity: 'error',
      comment: 'a component gets its verbs as props; it names their types only',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/services/', dependencyTypesNot: ['type-only'] },
    },
    packages('ui-packages', 'renderer/ui/', [
      '@types/react',
      'react',
      'react-dom',
      'react-aria-components',
      'zustand',
      'lucide-react',
      'recharts',
      'linkify-it',
      '@tanstack/react-virtual',
    ]),
    layer('customer', 'renderer/customer/', [
      ...domainAndWords,
      'renderer/ports/',
      'renderer/adapters/(xmpp|link)/',
      'renderer/customer/',
    ]),
    packages('customer-packages', 'renderer/customer/', ['valibot']),
    noNode('window-without-node', 'renderer/'),
    layer('renderer', 'renderer/', ['renderer/', contract]),
    {
      name: 'renderer-knows-electron-by-type',
      severity: 'error',
      comment: 'the contract is types; nothing of the desktop side is bundled into a window',
      from: { path: '^renderer/' },
      to: { path: '^electron/', dependencyTypesNot: ['type-only'] },
    },
    layer('contract', contract, ['renderer/domain/']),
    layer('centre', 'electron/centre/', ['electron/centre/', ...domainAndWords]),
    packages('centre-packages', 'electron/centre/', [
      ...['sip\\.js', 'werift', 'ws', '@types/ws', 'valibot', 'ltx', '@xmpp/component'],
    ]),
    layer('desktop', 'electron/(?!centre/)', ['electron/(?!centre/)', ...domainAndWords]),
    packages('desktop-packages', 'electron/(?!centre/)', ['electron', 'valibot']),
    {
      name: 'electron-only-in-electron',
      severity: 'error',
      comment: 'electron is imported by electron/ (not the centre) alone',
      from: { pathNot: '^(electron/(?!centre/)|test/)' },
      to: { path: '(^|/)node_modules/electron/' },
    },
    layer('build', 'build/', ['build/', ...domainAndWords]),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
