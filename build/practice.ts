import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { build } from 'vite'

import { centreBundle, copyVoices, customerBundle, out } from './bundles.ts'

/** `npm run practice`: the practice centre by itself, for several desks or for somebody else's telephone. */
await Promise.all([build(centreBundle), build(customerBundle)])
copyVoices()
const child = spawn(process.execPath, [join(out, 'centre', 'centre.cjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
