import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { newKey } from '../../../build/packs/signed/signing-key.ts'
import { writePack } from '../../../build/packs/signed/write-pack.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import { languages } from '../../../renderer/domain/language.ts'
import { percentile, spread } from '../figure.ts'
import type { Bench, Figure } from '../figure.ts'
import { benchPack } from './bench-pack.ts'
import { benchQueries } from './bench-queries.ts'
import { nextStep } from './next-step.ts'
import { openGuidesPage } from './open-guides-page.ts'
import type { Taken } from './page/guides-page.ts'
import { relevance } from './relevance.ts'
import { samplePacks } from './sample-packs.ts'

const articles = 5000
const name = 'bench'
const seed = 7
const queries = 300

/** What agents find: how soon, and whether it is what they need. */
export const guides: Bench = {
  name: 'guides',
  about: 'a pack of 5,000 articles: verified, indexed, restored, searched; and how well articles are found',
  async run() {
    const samples = await samplePacks()
    return [...(await largePack(samples)), await nextStep(), ...(await relevance(samples))]
  },
}

async function largePack(samples: readonly Pack[]): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'))
  const [file, key] = [join(folder, 'bench.foyerpack'), newKey()]
  const publish = (version: number): void =>
    writeFileSync(file, writePack(benchPack(samples, { name, version, articles, seed: seed + version }), key))
  try {
    publish(1)
    const knowledge = [{ name, file, keys: [key.public] }]
    const opened = await openGuidesPage({ practice: { knowledge } })
    const { page } = opened
    try {
      const take = (): Promise<Taken> => page.evaluate((which) => window.guidesBench.take(which), name)
      const first = await take()
      await page.evaluate(() => window.guidesBench.kept())
      await opened.reload()
      const again = await take()
      const took: number[] = []
      for (const language of languages)
        took.push(
          ...(await page.evaluate(([texts, of]) => window.guidesBench.search(texts, of), [
            benchQueries(samples, { language, seed, count: queries }),
            language,
          ] as const)),
        )
      publish(2)
      const newer = await take()
      return figures({ first, again, newer, took })
    } finally {
      await opened.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Measured {
  readonly first: Taken
  readonly again: Taken
  readonly newer: Taken
  readonly took: readonly number[]
}

function figures({ first, again, newer, took }: Measured): readonly Figure[] {
  const of = `${articles.toLocaleString('en')} articles, half of them in each language`
  const waits = [first, again, newer].map(({ waitForIndex }) => waitForIndex)
  const bodies = [first, again, newer].map(({ waitForBody }) => waitForBody)
  const switched = [first.switched, newer.switched]
  return [
    {
      name: 'index of 5,000 articles, in the worker',
      value: first.searched,
      unit: 'ms',
      atMost: 4000,
      detail: of,
    },
    {
      name: 'the index restored',
      value: again.searched,
      unit: 'ms',
      atMost: 400,
      detail: 'after a start anew',
    },
    {
      ...{ name: 'a newer pack indexed, the one before answers', value: newer.searched, unit: 'ms' },
      detail: 'beside the index that is there',
    },
    {
      ...{ name: 'a query, p95', value: percentile(took, 0.95), unit: 'ms', atMost: 10 },
      detail: `${spread(took)}; there and back`,
    },
    {
      ...{
        name: 'a pack of 5,000 verified and switched',
        value: Math.max(...switched),
        unit: 'ms',
        atMost: 3000,
      },
      detail: `${spread(switched)}; verified after ${first.verified.toFixed(0)} and ${newer.verified.toFixed(0)}`,
    },
    {
      ...{
        name: 'longest task of the main thread: unpack, index',
        value: Math.max(...waits),
        unit: 'ms',
        atMost: 16,
      },
      detail: `${spread(waits)}; by what kept a message to itself waiting`,
    },
    {
      ...{
        name: '… while the body comes from the main process',
        value: Math.max(...bodies),
        unit: 'ms',
        atMost: 16,
      },
      detail: `${spread(bodies)}; by the bridge that opens this window`,
    },
  ]
}
