import { build } from 'vite'

import {
  centreBundle,
  copyVoices,
  customerBundle,
  mainBundle,
  preloadBundle,
  windowBundle,
} from './bundles.ts'

/** Builds the desk into out/: main, preload, practice centre, window and the customers' page. */
const started = performance.now()
await Promise.all(
  [mainBundle, preloadBundle, centreBundle, windowBundle, customerBundle].map((bundle) => build(bundle)),
)
copyVoices()
console.log(`Foyer is built (${((performance.now() - started) / 1000).toFixed(1)} s).`)
