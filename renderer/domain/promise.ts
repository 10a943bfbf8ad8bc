import type { CaseEvent } from './case-event.ts'

/** Something that an agent has said the service would do, by when. */
export interface Promised {
  readonly id: string
  readonly kind: 'promise' | 'call-back'
  readonly what: string
  /** Epoch milliseconds. */
  readonly dueAt: number
  /** Whom to call back, as it was written. */
  readonly number: string | undefined
  readonly keptAt: number | undefined
}

/**
 * The last line of the note that makes or keeps a promise. In this form it lives in the case system's own history, where
 * every desk finds it and people can read it (docs/promises.md has the grammar).
 */
const line =
  /^\[foyer (promise|call-back) ([0-9a-f-]{36}) (?:due (\d{4}-\d\d-\d\dT\d\d:\d\dZ)(?: to (\+?[\d*#]{2,20}))?|kept)\]$/

export function promiseNote({ id, kind, what, dueAt, number }: Promised): string {
  const due = `${new Date(dueAt).toISOString().slice(0, 16)}Z`
  return `${what.trim()}\n\n[foyer ${kind} ${id} due ${due}${number === undefined ? '' : ` to ${number}`}]`
}

export const keptNote = ({ id, kind, what }: Pick<Promised, 'id' | 'kind' | 'what'>): string =>
  `${what.trim()}\n\n[foyer ${kind} ${id} kept]`

/** A note without its last line, where that is for the desk; what people wrote. */
export const withoutPromiseLine = (text: string): string => {
  const lines = text.trimEnd().split(/\r?\n/)
  return line.test(lines.at(-1) ?? '') ? lines.slice(0, -1).join('\n').trimEnd() : text
}

type Told = Pick<CaseEvent, 'kind' | 'text' | 'at'>

/**
 * The promises that were known, with what these notes tell of them, in the order in which they were made; a line that is
 * none is text.
 */
export function promisesIn(events: readonly Told[], known: readonly Promised[] = []): readonly Promised[] {
  const found = new Map(known.map((one) => [one.id, one]))
  for (const event of events) {
    if (event.kind !== 'note') continue
    const match = line.exec(event.text.trimEnd().split(/\r?\n/).at(-1) ?? '')
    if (match) take(found, match, event)
  }
  return [...found.values()]
}

function take(found: Map<string, Promised>, match: RegExpExecArray, { text, at }: Told): void {
  const [, kind, id = '', due, number] = match
  const known = found.get(id)
  if (due === undefined) {
    if (known) found.set(id, { ...known, keptAt: at })
    return
  }
  const dueAt = Date.parse(due)
  if (known || Number.isNaN(dueAt)) return
  const what = withoutPromiseLine(text)
  found.set(id, {
    id,
    kind: kind === 'call-back' ? 'call-back' : 'promise',
    what,
    dueAt,
    number,
    keptAt: undefined,
  })
}

export const isDue = ({ keptAt }: Promised): boolean => keptAt === undefined
