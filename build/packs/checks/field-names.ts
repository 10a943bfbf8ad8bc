import { askedIn, guidesFrom } from '../../../renderer/domain/knowledge/guide-fields.ts'
import type { GuideSource } from '../read/pack-source.ts'

/**
 * The fields that can have an answer while a guide is followed: its own, and those of every guide that it can come to or
 * be called from. `undefined` where one of them cannot be read as a whole, so that what it asks is not known.
 */
export function namesAround(guides: readonly GuideSource[], id: string): ReadonlySet<string> | undefined {
  const all = guides.map(({ guide }) => guide)
  const around = new Set<string>()
  for (const { id: root } of all) {
    const family = guidesFrom(all, root).map((guide) => guide.id)
    if (family.includes(id)) for (const one of family) around.add(one)
  }
  const sources = guides.filter((one) => around.has(one.id))
  if (sources.some(({ whole }) => !whole)) return undefined
  const called = sources.flatMap(({ guide }) =>
    guide.steps.flatMap((step) => (step.kind === 'guide' ? [step.guide] : [])),
  )
  // One that is called and not there, or not to be read, could have asked anything.
  if (called.some((one) => !around.has(one))) return undefined
  return new Set(askedIn(sources.map(({ guide }) => guide)).map(({ field }) => field.name))
}
