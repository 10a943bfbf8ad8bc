import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { build } from 'vite'

import { out, queueBundle } from './bundles.ts'

/** `npm run queue -- --config FILE`: the chat queue, beside a site's own XMPP server. */
await build(queueBundle)
const child = spawn(process.execPath, [join(out, 'centre', 'queue.cjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
