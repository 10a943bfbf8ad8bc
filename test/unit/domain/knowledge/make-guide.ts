import type { GuideFacts } from '../../../../renderer/domain/knowledge/guide-facts.ts'
import type {
  Branch,
  Field,
  FieldType,
  Guide,
  Setting,
  Step,
} from '../../../../renderer/domain/knowledge/guide.ts'
import type { Said } from '../../../../renderer/domain/knowledge/said.ts'

export const said = (text: string): Said => ({ en: text, fr: `${text} (fr)` })

const ways = (next: string | readonly Branch[]): readonly Branch[] =>
  typeof next === 'string' ? [{ when: undefined, to: next }] : next

export const sayIt = (id: string, next: string | readonly Branch[], words = `Words of ${id}`): Step => ({
  ...{ id, title: said(id), say: said(words), kind: 'say', next: ways(next) },
})

export const makeField = (name: string, type: FieldType, more: Partial<Field> = {}): Field => ({
  ...{ name, type, label: said(`Label of ${name}`), hint: undefined, required: true, fills: undefined },
  ...more,
})

export const askFor = (
  id: string,
  fields: Readonly<Record<string, FieldType>> | readonly Field[],
  next: string | readonly Branch[] = 'end',
): Step => ({
  ...{ id, title: said(id), say: undefined, kind: 'ask', next: ways(next) },
  fields: Array.isArray(fields)
    ? (fields as readonly Field[])
    : Object.entries(fields as Readonly<Record<string, FieldType>>).map(([name, type]) =>
        makeField(name, type),
      ),
})

export const checkIt = (id: string, ...next: readonly Branch[]): Step => ({
  ...{ id, title: said(id), say: undefined, kind: 'check', next },
})

export const doIt = (
  id: string,
  acts: Extract<Step, { readonly kind: 'do' }>['acts'],
  next: string | readonly Branch[],
): Step => ({ id, title: said(id), say: undefined, kind: 'do', acts, next: ways(next) })

export const callGuide = (
  id: string,
  guide: string,
  next: string | readonly Branch[],
  settings: readonly Setting[] = [],
): Step => ({
  ...{ id, title: said(id), say: undefined, kind: 'guide', guide, with: settings, next: ways(next) },
})

export const endIt = (id: string, more: Partial<Extract<Step, { readonly kind: 'end' }>> = {}): Step => ({
  ...{ id, title: said(id), say: undefined, kind: 'end', disposition: undefined },
  ...more,
})

export const makeGuide = (id: string, steps: readonly Step[], more: Partial<Guide> = {}): Guide => ({
  ...{ id, revision: 1, title: said(id), summary: said(id), start: steps[0]?.id ?? '', steps, fields: [] },
  suggest: { queues: [], numbers: [], words: { en: [], fr: [] }, when: undefined },
  ...more,
})

export const makeFacts = (more: Partial<GuideFacts> = {}): GuideFacts => ({
  ...{ channel: 'call', queue: undefined, today: '2026-11-23', time: '10:30', mood: undefined },
  contact: { known: false, name: undefined, language: undefined, recent: 0 },
  case: { known: false, number: undefined, status: undefined, queue: undefined, fields: {} },
  ...more,
})
