import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { beforeAll, describe, expect, it } from 'vitest'

/**
 * The layer law (build/layers.cjs) is kept by dependency-cruiser, which would also be content with a tree that it could
 * not read. So each rule is shown a violation, in files that exist only during this test.
 */

const root = join(import.meta.dirname, '../../..')
/** A copy, so that nothing that reads the tree at the same time trips over the plants. */
const copy = join(root, 'out', `layers-${process.pid}`)
const run = promisify(execFile)

/** Rule, file that breaks it, and what the file says. */
const planted: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-cycle', 'renderer/domain/zz-cycle-a.ts', "import './zz-cycle-b.ts'"],
  ['no-unresolvable', 'renderer/domain/zz-nowhere.ts', "import './there-is-no-such-file.ts'"],
  ['domain', 'renderer/domain/zz-domain.ts', "import '../words/say.ts'"],
  ['domain-packages', 'renderer/domain/zz-domain-packages.ts', "import 'zustand'"],
  ['words', 'renderer/words/zz-words.ts', "import '../state/call-store.ts'"],
  ['words-packages', 'renderer/words/zz-words-packages.ts', "import 'react'"],
  ['ports', 'renderer/ports/zz-ports.ts', "import '../state/call-store.ts'"],
  ['ports-packages', 'renderer/ports/zz-ports-packages.ts', "import 'dexie'"],
  ['state', 'renderer/state/zz-state.ts', "import '../services/problems.ts'"],
  ['state-packages', 'renderer/state/zz-state-packages.ts', "import 'react'"],
  ['services', 'renderer/services/zz-services.ts', "import '../adapters/media/audio.ts'"],
  ['services-packages', 'renderer/services/zz-services-packages.ts', "import 'sip.js'"],
  ['adapter-sip', 'renderer/adapters/sip/zz-sip.ts', "import '../media/audio.ts'"],
  ['adapter-xmpp', 'renderer/adapters/xmpp/zz-xmpp.ts', "import '../sip/caller.ts'"],
  ['adapter-link', 'renderer/adapters/link/zz-link.ts', "import '../sip/caller.ts'"],
  ['adapter-rt', 'renderer/adapters/rt/zz-rt.ts', "import '../sip/caller.ts'"],
  ['adapter-browser', 'renderer/adapters/browser/zz-browser.ts', "import '../dexie/sealing.ts'"],
  ['adapter-dexie', 'renderer/adapters/dexie/zz-dexie.ts', "import '../../state/call-store.ts'"],
  ['adapter-packs', 'renderer/adapters/packs/zz-packs.ts', "import '../sip/caller.ts'"],
  ['adapter-media', 'renderer/adapters/media/zz-media.ts', "import '../sip/caller.ts'"],
  ['adapter-line-check', 'renderer/adapters/line-check/zz-line-check.ts', "import '../sip/caller.ts'"],
  ['adapter-desktop', 'renderer/adapters/desktop/zz-desktop.ts', "import '../../services/problems.ts'"],
  ['adapter-packages', 'renderer/adapters/media/zz-packages.ts', "import 'react'"],
  ['ui', 'renderer/ui/zz-ui.ts', "import '../adapters/media/audio.ts'"],
  [
    'ui-knows-services-by-type',
    'renderer/ui/zz-ui-services.ts',
    "import { createProblems } from '../services/problems.ts'; export const x = createProblems",
  ],
  ['ui-packages', 'renderer/ui/zz-ui-packages.ts', "import 'dexie'"],
  ['customer', 'renderer/customer/zz-customer.ts', "import '../state/call-store.ts'"],
  ['customer-packages', 'renderer/customer/zz-customer-packages.ts', "import 'react'"],
  ['window-without-node', 'renderer/services/zz-node.ts', "import 'node:fs'"],
  ['renderer', 'renderer/zz-renderer.ts', "import '../electron/origin.ts'"],
  [
    'renderer-knows-electron-by-type',
    'renderer/adapters/desktop/zz-value.ts',
    "import '../../../electron/ipc/contract.ts'",
  ],
  ['contract', 'electron/ipc/contract.ts', "import '../origin.ts'"],
  ['centre', 'electron/centre/zz-centre.ts', "import '../origin.ts'"],
  ['centre-packages', 'electron/centre/zz-centre-packages.ts', "import 'electron'"],
  ['desktop', 'electron/zz-desktop.ts', "import '../renderer/services/problems.ts'"],
  ['desktop-packages', 'electron/zz-desktop-packages.ts', "import 'dexie'"],
  ['electron-only-in-electron', 'build/zz-electron.ts', "import 'electron'"],
  ['build', 'build/zz-build.ts', "import '../test/make.ts'"],
]

interface Report {
  readonly summary: {
    readonly totalCruised: number
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] }
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[]
  }
}

let report: Report

beforeAll(async () => {
  for (const folder of ['renderer', 'electron', 'build'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true })
  cpSync(join(root, 'package.json'), join(copy, 'package.json'))
  cpSync(join(root, 'test', 'make.ts'), join(copy, 'test', 'make.ts'))
  appendFileSync(join(copy, 'renderer/domain/zz-cycle-b.ts'), "import './zz-cycle-a.ts'\n")
  for (const [, file, text] of planted) appendFileSync(join(copy, file), `${text}\n`)
  try {
    const args = ['--config', 'build/layers.cjs', '--output-type', 'json', 'renderer', 'electron', 'build']
    const cruise = join(root, 'node_modules', '.bin', 'depcruise')
    const { stdout } = await run(cruise, args, { cwd: copy, maxBuffer: 64_000_000 })
    report = JSON.parse(stdout) as Report
  } finally {
    rmSync(copy, { recursive: true })
  }
}, 60_000)

describe('the layer law', () => {
  it('is checked against modules that were really read', () => {
    expect(report.summary.totalCruised).toBeGreaterThan(100)
  })

  it.each(planted)('%s refuses %s', (rule, file) => {
    const found = report.summary.violations.map(({ rule: { name }, from }) => `${name}: ${from}`)
    expect(found).toContain(`${rule}: ${file}`)
  })

  it('refuses nothing else: the house itself keeps it', () => {
    const own = report.summary.violations.filter(({ from }) => !planted.some(([, file]) => file === from))
    expect(own).toEqual([])
  })

  it('has a planted violation for every rule', () => {
    const shown = new Set(planted.map(([rule]) => rule))
    const rules = report.summary.ruleSetUsed.forbidden.map(({ name }) => name)
    expect(rules.length).toBeGreaterThan(20)
    expect(rules.filter((name) => !shown.has(name))).toEqual([])
  })
})
