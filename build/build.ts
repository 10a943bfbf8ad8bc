import { join } from 'node:path'

import { build } from 'vite'

import {
  centreBundle,
  copyVoices,
  customerBundle,
  mainBundle,
  out,
  preloadBundle,
  root,
  windowBundle,
} from './bundles.ts'
import { areSamplesFresh, buildSamples } from './packs/build-samples.ts'

/** Builds the desk into out/: main, preload, practice centre, window, the customers' page and the packs of practice. */
const started = performance.now()
await Promise.all(
  [mainBundle, preloadBundle, centreBundle, windowBundle, customerBundle].map((bundle) => build(bundle)),
)
copyVoices()
const [samples, packs] = [join(root, 'build', 'packs-samples'), join(out, 'packs')]
if (!(await areSamplesFresh(samples, packs))) await buildSamples(samples, packs)
console.log(`Foyer is built (${((performance.now() - started) / 1000).toFixed(1)} s).`)
