import { askedIn, guidesFrom } from '../../../renderer/domain/knowledge/guide-fields.ts'
import type { Field } from '../../../renderer/domain/knowledge/guide.ts'
import type { GuideSource } from '../read/pack-source.ts'

/**
 * The fields that can have an answer while a guide is followed: its own, and those of every guide that it can come to or
 * be called from. `undefined` where one of them cannot be read as a whole, so that what it asks is not known.
 */
export function fieldsAround(guides: readonly GuideSource[], id: string): readonly Field[] | undefined {
  const all = guides.map(({ guide }) => guide)
  const around = new Set<string>()
  for (const { id: root } of all) {
    const family = guidesFrom(all, root).map((guide) => guide.id)
    if (family.includes(id)) for (const one of family) around.add(one)
  }
  return fieldsOf(guides, around)
}

export function namesAround(guides: readonly GuideSource[], id: string): ReadonlySet<string> | undefined {
  const fields = fieldsAround(guides, id)
  return fields && new Set(fields.map(({ name }) => name))
}

/** The fields of a guide that is called, and of those that it calls. */
export const fieldsBelow = (guides: readonly GuideSource[], id: string): readonly Field[] | undefined =>
  fieldsOf(
    guides,
    new Set(
      guidesFrom(
        guides.map(({ guide }) => guide),
        id,
      ).map((guide) => guide.id),
    ),
  )

function fieldsOf(guides: readonly GuideSource[], ids: ReadonlySet<string>): readonly Field[] | undefined {
  const sources = guides.filter((one) => ids.has(one.id))
  if (sources.some(({ whole }) => !whole)) return undefined
  const called = sources.flatMap(({ guide }) =>
    guide.steps.flatMap((step) => (step.kind === 'guide' ? [step.guide] : [])),
  )
  // One that is called and not there, or not to be read, could have asked anything.
  if (called.some((one) => !ids.has(one))) return undefined
  const all = sources.map(({ guide }) => guide)
  return [...all.flatMap(({ fields }) => fields), ...askedIn(all).map(({ field }) => field)]
}
