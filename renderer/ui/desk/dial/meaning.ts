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

/** What would happen, in a sentence; or what is wrong, and what to do about it. */
export function meaningOf(say: Say, dialled: Dialled, place: DialPlace): string {
  switch (dialled.kind) {
    case 'number':
      return say('dial.calls-number', { number: dialled.shown })
    case 'extension': {
      const colleague = place.colleagues.find(({ extension }) => extension === dialled.user)
      const number = dialled.user
      return colleague
        ? say('dial.calls-colleague', { name: colleague.name, number })
        : say('dial.calls-extension', { number })
    }
    case 'emergency':
      if (place.practice) return say('dial.emergency.practice')
      return say(place.purpose === 'transfer' ? 'dial.emergency.transfer' : 'dial.emergency.live')
    case 'undialable':
      return say(`dial.undialable.${dialled.why}`)
    default:
      return unreachable(dialled)
  }
}

/** May be called: an emergency number only by a live centre, and only for the agent's own call. */
export function isDialable(dialled: Dialled, { purpose, practice }: DialPlace): boolean {
  if (dialled.kind === 'emergency') return !practice && purpose === 'call'
  return dialled.kind !== 'undialable'
}
