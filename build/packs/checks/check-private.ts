import type { Step } from '../../../renderer/domain/knowledge/guide.ts'
import { faultIn } from '../fault.ts'
import type { Fault } from '../fault.ts'
import type { GuideSource, PackSource } from '../read/pack-source.ts'
import { branchesOf } from './check-steps.ts'

/** Where the open stretch was begun, as a key; '' for none, and `caller` for one of the guide that called this one. */
type Open = string

/** Whatever way is taken, a guide ends with the private stretch closed that it has begun. */
export function checkPrivate({ guides }: PackSource): readonly Fault[] {
  const known: Known = new Map()
  return guides.flatMap((source) =>
    [...endings(guides, source, { open: '', known })]
      .filter((open) => open !== '')
      .map((open) => {
        const [step = '', index = ''] = open.split('/')
        return faultIn(source, ['steps', step, 'do', Number(index), 'private'], leftOpen)
      }),
  )
}

const leftOpen = {
  kind: 'open-private' as const,
  sentence:
    'The private stretch that begins here can be left open: a way leads to the end without closing it.',
  remedy: 'Do “private: end” on every way that leads from here.',
}

/** In what states a guide leaves the stretch of its caller, once for each guide. */
type Known = Map<string, ReadonlySet<Open>>

interface Entry {
  readonly open: Open
  readonly known: Known
}

/** In what states a guide can end that is begun in one. */
function endings(
  guides: readonly GuideSource[],
  source: GuideSource,
  { open, known }: Entry,
): ReadonlySet<Open> {
  const steps = new Map(source.guide.steps.map((step) => [step.id, step]))
  const seen = new Set<string>()
  const ends = new Set<Open>()
  const waiting = [{ id: source.guide.start, open }]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const step = steps.get(at.id)
    const key = `${at.id} ${at.open}`
    if (step === undefined || seen.has(key)) continue
    seen.add(key)
    if (step.kind === 'end') ends.add(at.open)
    for (const next of after(guides, step, { open: at.open, known }))
      for (const { to } of branchesOf(step)) waiting.push({ id: to, open: next })
  }
  return ends
}

function after(guides: readonly GuideSource[], step: Step, { open, known }: Entry): Iterable<Open> {
  if (step.kind === 'do') return [afterActs(step, open)]
  const called = step.kind === 'guide' ? guides.find(({ id }) => id === step.guide) : undefined
  if (called === undefined || open === '') return [open]
  if (!known.has(called.id)) {
    // One that comes back to itself is a fault of its own, and does nothing here.
    known.set(called.id, new Set(['caller']))
    known.set(called.id, endings(guides, called, { open: 'caller', known }))
  }
  // What the other leaves open of its own is said there: here it counts as closed.
  return [...(known.get(called.id) ?? [])].map((left) => (left === 'caller' ? open : ''))
}

function afterActs({ id, acts }: Step & { readonly kind: 'do' }, before: Open): Open {
  let open = before
  for (const [index, act] of acts.entries())
    if (act.kind === 'private') open = act.on ? open || `${id}/${index}` : ''
  return open
}
