import { build } from 'vite'

import { centreBundle, copyVoices, mainBundle, preloadBundle, windowBundle } from './bundles.ts'

/** Builds the desk into out/: main, preload, practice centre and window. */
const started = performance.now()
await Promise.all([mainBundle, preloadBundle, centreBundle, windowBundle].map((bundle) => build(bundle)))
copyVoices()
console.log(`Foyer is built (${((performance.now() - started) / 1000).toFixed(1)} s).`)
