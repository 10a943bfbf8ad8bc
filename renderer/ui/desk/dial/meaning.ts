import type { Dialled } from '../../../domain/dial.ts'
import { unreachable } from '../../../domain/unreachable.ts'
import type { Colleague } from '../../../state/shift-store.ts'
import type { Say } from '../../../words/say.ts'

/** What the panel was opened for, where the agent works, and who can be called there by an extension. */
export interface DialPlace {
  readonly purpose: 'call' | 'transfer'
  readonly practice: boolean
  readonly colleagues: readonly Colleague[]
}

/** Numbers that belong to a service and to no desk: N11 (North American Numbering Plan), the crisis line, feature codes. */
const serviceNumber = /^(?:[2-8]11|988|[*#].*)$/

/** What would happen, in a sentence; or what is wrong, and what to do about it. */
export function meaningOf(say: Say, dialled: Dialled, place: DialPlace): string {
  switch (dialled.kind) {
    case 'number':
      return sayNumber(say, dialled.shown, place)
    case 'extension':
      return sayExtension(say, dialled.user, place)
    case 'emergency':
      if (place.practice) return say('dial.emergency.practice')
      return say(place.purpose === 'transfer' ? 'dial.emergency.transfer' : 'dial.emergency.live')
    case 'undialable':
      return say(`dial.undialable.${dialled.why}`)
    default:
      return unreachable(dialled)
  }
}

const verbs = { call: 'calls', transfer: 'to' } as const

const sayNumber = (say: Say, number: string, { purpose }: DialPlace): string =>
  say(`dial.${verbs[purpose]}-number`, { number })

function sayExtension(say: Say, number: string, place: DialPlace): string {
  const verb = verbs[place.purpose]
  const colleague = place.colleagues.find(({ extension }) => extension === number)
  if (colleague) return say(`dial.${verb}-colleague`, { name: colleague.name, number })
  return serviceNumber.test(number)
    ? sayNumber(say, number, place)
    : say(`dial.${verb}-extension`, { number })
}

/** May be called: an emergency number only by a live centre, and only for the agent's own call. */
export function isDialable(dialled: Dialled, { purpose, practice }: DialPlace): boolean {
  if (dialled.kind === 'emergency') return !practice && purpose === 'call'
  return dialled.kind !== 'undialable'
}
