import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'

import * as v from 'valibot'

import { out, root } from '../build/bundles.ts'
import { installDebianPackages } from './debian.ts'

/**
 * `npm test`: installs what the tests need where it may, builds the desk, checks it and runs every test. The last line is
 * `N passed, N failed`. Arguments go to vitest, so that one file can be run by itself.
 */

interface Count {
  readonly passed: number
  readonly failed: number
}

const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  success: v.boolean(),
})

/** Runs one of the project's tools and shows what it says; resolves to its exit code. */
function run(tool: string, args: readonly string[], priority = 0): Promise<number> {
  const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (priority > 0 && child.pid !== undefined) setPriority(child.pid, priority)
  const stop = (): void => void child.kill()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** One step that passes or fails as a whole; with a priority (1 to 19), what runs beside it goes first. */
async function step(tool: string, script: string, priority = 0): Promise<Count> {
  return (await run(tool, [script], priority)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Runs vitest and counts. What was skipped has not passed, and a run without a report has failed. */
async function tests(...args: readonly string[]): Promise<Count> {
  const file = join(out, `test-report-${args.join('-').replace(/\W+/g, '-')}.json`)
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const exitCode = await run('vitest', ['run', '--config', 'test/vitest.config.ts', ...reporters, ...args])
  try {
    const report = v.parse(Report, JSON.parse(readFileSync(file, 'utf8')))
    const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests
    const good = exitCode === 0 && report.success && report.numPassedTests > 0
    return { passed: report.numPassedTests, failed: good ? failed : Math.max(failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

async function everything(): Promise<Count[]> {
  // What needs only the processor goes side by side; what is heard and seen in real time goes after it, and beside that
  // what is not heard and mostly waits for a case system.
  const still = await Promise.all([
    step('tsx', 'build/check.ts', constants.priority.PRIORITY_BELOW_NORMAL),
    tests('--project', 'unit', '--project', 'screen', '--maxWorkers=3'),
  ])
  const live = await Promise.all([
    tests('--project', 'contract', '--project', 'shift'),
    tests('--project', 'silent', '--maxWorkers=1'),
  ])
  return [...still, ...live]
}

const chosen = process.argv.slice(2)
await installDebianPackages()
const built = await step('tsx', 'build/build.ts')
const counts = [built]
if (built.failed === 0) counts.push(...(chosen.length > 0 ? [await tests(...chosen)] : await everything()))
const total = (key: keyof Count): number => counts.reduce((sum, count) => sum + count[key], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') === 0 ? 0 : 1
