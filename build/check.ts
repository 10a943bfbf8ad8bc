import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { root } from './bundles.ts'

/** `npm run check`: everything that can be said of the code without running it. */
const checks = [
  ['types', 'tsc', '-b'],
  [
    'lint',
    'eslint',
    '-c',
    'build/eslint.config.js',
    '--max-warnings',
    '0',
    'renderer',
    'electron',
    'build',
    'test',
  ],
  ['layers', 'depcruise', '--config', 'build/layers.cjs', 'renderer', 'electron', 'build', 'test'],
  ['dead code', 'knip', '--config', 'build/knip.json', '--no-progress'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
] as const

interface Outcome {
  readonly name: string
  readonly passed: boolean
}

function run([name, tool, ...args]: (typeof checks)[number]): Promise<Outcome> {
  const started = performance.now()
  const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    shell: process.platform === 'win32',
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  return new Promise((resolve) => {
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`)
      if (code !== 0) console.log(output)
      resolve({ name, passed: code === 0 })
    })
  })
}

const outcomes = await Promise.all(checks.map(run))
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1
