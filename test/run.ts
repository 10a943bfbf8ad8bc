import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as v from 'valibot'

import { out, root } from '../build/bundles.ts'
import { installDebianPackages } from './debian.ts'

/**
 * `npm test`: installs what the tests need where it may, checks and builds the desk, and runs every test. The last line
 * is `N passed, N failed`. Arguments go to vitest, so that one file can be run by itself.
 */

const arguments_ = process.argv.slice(2)
const report = join(out, 'test-report.json')

const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  success: v.boolean(),
})

/** Runs one of the project's tools and shows what it says; resolves to its exit code. */
function run(tool: string, args: readonly string[]): Promise<number> {
  const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const stop = (): void => void child.kill()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

await installDebianPackages()
const built = await run('tsx', ['build/build.ts'])
// The static half is one of the tests: what does not compile or breaks a layer must not pass.
const checked = arguments_.length > 0 ? 0 : await run('tsx', ['build/check.ts'])
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const tested =
  built === 0
    ? await run('vitest', ['run', '--config', 'test/vitest.config.ts', ...reporters, ...arguments_])
    : 1

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } =
  built === 0
    ? v.parse(Report, JSON.parse(readFileSync(report, 'utf8')))
    : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, success: false }
// A test that was skipped has not passed; the static half counts as one test.
const whole = arguments_.length === 0 ? 1 : 0
const failed = numFailedTests + numPendingTests + numTodoTests + (checked === 0 ? 0 : 1)
const passed = numPassedTests + (checked === 0 ? whole : 0)
const good = success && failed === 0 && tested === 0 && passed > 0
console.log(`${passed} passed, ${good ? 0 : Math.max(failed, 1)} failed`)
process.exitCode = good ? 0 : 1
