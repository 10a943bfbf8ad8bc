import { writeFileSync } from 'node:fs'

import { committedReader, frozenFile, readerDigest } from './frozen.ts'

/**
 * `npx tsx build/sentiment/freeze.ts`: writes down the commit whose words, rules, weights and thresholds the held-out
 * sets are measured with. Before they are opened; the bench refuses to measure them with anything else.
 */
const commit = committedReader()
if (commit === undefined) {
  console.error('Commit renderer/domain/sentiment first: what is frozen must be in a commit.')
  process.exit(1)
}
const digest = readerDigest()
writeFileSync(frozenFile, `${JSON.stringify({ commit, digest }, null, 2)}\n`)
console.log(`frozen by ${commit} (${digest})`)
