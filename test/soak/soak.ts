import { parseArgs } from 'node:util'

import '../../build/build.ts'
import { soakCalls } from './calls.ts'

/** `npm run soak -- calls [--calls 200] [--seed 1]`: long seeded runs, for what only shows after hours. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { calls: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
})
const [calls, seed] = [Number(values.calls), Number(values.seed)]
if (positionals.join() !== 'calls' || !(calls > 0 && calls <= 5_000) || !Number.isInteger(seed)) {
  console.error('Say which: npm run soak -- calls [--calls 200] [--seed 1]')
  process.exit(2)
}
const { failures } = await soakCalls(calls, seed)
for (const failure of failures) console.log(`FAILED  ${failure}`)
console.log(
  `${calls} calls with seed ${seed}: ${failures.length === 0 ? 'nothing lost, nothing left' : 'see above'}`,
)
process.exitCode = failures.length === 0 ? 0 : 1
