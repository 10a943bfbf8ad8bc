import { understandDialled } from '../domain/dial.ts'
import type { Dialled } from '../domain/dial.ts'
import type { CallId, InteractionId } from '../domain/ids.ts'
import { problem } from '../domain/problem.ts'
import type { DialTarget, Telephony } from '../ports/telephony.ts'
import type { Records } from '../ports/records.ts'
import type { DialStore } from '../state/dial-store.ts'
import type { Colleague, ShiftStore, Workplace } from '../state/shift-store.ts'
import type { OneConversation } from './one-conversation.ts'
import type { Problems } from './problems.ts'

const mostSuggestions = 8

/** Somebody who can be called, found by a few letters or digits. */
export interface DialSuggestion {
  readonly kind: 'contact' | 'colleague'
  readonly name: string
  /** What to dial: a number or an extension. */
  readonly dial: string
  /** The number again, or the colleague's team. */
  readonly detail: string
}

export interface DiallingNeeds {
  readonly telephony: Pick<Telephony, 'dial'>
  readonly records: Pick<Records, 'searchContacts'>
  readonly oneConversation: OneConversation
  readonly problems: Problems
  readonly shift: ShiftStore
  readonly dial: DialStore
  /** The call that was dialled goes on with this. */
  readonly onContinued: (call: CallId, continues: InteractionId) => void
}

export interface DialWish {
  /** The agent has read what calling an emergency service from here means, and wants it all the same. */
  readonly emergencyConfirmed?: boolean
  readonly consultFor?: CallId
  /** What the call goes on with: both are one story. */
  readonly continues?: InteractionId
  /** How whoever is called has called themselves, for a number that the desk knows no name for. */
  readonly name?: string | undefined
}

export type Dialling = ReturnType<typeof createDialling>

/** Calls somebody: from the keypad, from a list, or from a link in another program. */
export function createDialling(needs: DiallingNeeds) {
  const { telephony, records, oneConversation, problems, shift, dial: store } = needs
  const workplace = (): Workplace | undefined => shift.getState().workplace
  /** Came before the sign-in. */
  let waitingLink: string | undefined

  function understand(text: string): Dialled {
    const { dialling, domain } = workplace() ?? { dialling: { country: '' }, domain: '' }
    return understandDialled(text, { country: dialling.country, domain })
  }

  /** Nothing that practice dials reaches an emergency service; elsewhere it is the agent's decision. */
  function targetOf(dialled: Dialled, confirmed: boolean): DialTarget | undefined {
    switch (dialled.kind) {
      case 'number':
        return { user: dialled.e164, isNumber: true }
      case 'extension':
        return { user: dialled.user, isNumber: false }
      case 'emergency':
        return confirmed && workplace()?.practice === false
          ? { user: dialled.digits, isNumber: true }
          : undefined
      case 'undialable':
        return undefined
    }
  }

  /** `true` when a call is on its way. What is not understood is not called: the panel says why. */
  async function dial(
    text: string,
    { emergencyConfirmed = false, consultFor, continues, name: given }: DialWish = {},
  ): Promise<boolean> {
    const target = targetOf(understand(text), emergencyConfirmed)
    // A second press while the first is under way would be a second call.
    if (!target || store.getState().dialling || !mayDial()) return false
    store.setState({ dialling: true })
    try {
      const name = colleagueOf(workplace(), target.user)?.name ?? given
      const party = { number: target.user, name, queue: undefined }
      const dialled = await oneConversation.enter({
        isWanted: mayDial,
        enter: () => telephony.dial(target, { party, ...(consultFor !== undefined && { consultFor }) }),
      })
      const call = problems.unwrap(dialled)
      if (call === undefined) return false
      if (continues !== undefined) needs.onContinued(call, continues)
    } finally {
      store.setState({ dialling: false })
    }
    problems.clear('microphone-busy', 'microphone-missing', 'microphone-refused')
    store.setState({ open: undefined, text: '', last: text })
    return true
  }

  const mayDial = (): boolean => workplace() !== undefined

  /** What somebody is typing, or whom they are handing over to, is not replaced by a link. */
  function takeLink(text: string): void {
    const { open, text: typed } = store.getState()
    if (!workplace()) waitingLink = text
    else if (open?.kind === 'transfer' || (open && typed !== '')) problems.show(problem('link-dialled'))
    else store.setState({ open: { kind: 'call' }, text })
  }

  const undo = shift.subscribe(({ workplace: place }) => {
    if (!place || waitingLink === undefined) return
    const link = waitingLink
    waitingLink = undefined
    takeLink(link)
  })

  return {
    understand,
    target: (text: string): DialTarget | undefined => targetOf(understand(text), false),
    dial,
    redial: (): Promise<boolean> => {
      const { last } = store.getState()
      return last === undefined ? Promise.resolve(false) : dial(last)
    },
    /** Colleagues first: they are few, and asked for often. */
    async suggest(text: string): Promise<readonly DialSuggestion[]> {
      const colleagues = (workplace()?.colleagues ?? []).filter((one) => isLike(one, text)).map(asSuggestion)
      if (text.trim() === '') return colleagues
      const contacts = problems.unwrap(await records.searchContacts(text, mostSuggestions)) ?? []
      const people = contacts.flatMap(({ name, numbers }) =>
        numbers.map((number) => ({ kind: 'contact', name, dial: number, detail: number }) as const),
      )
      return [...colleagues, ...people].slice(0, mostSuggestions)
    },
    open: (): void => store.setState({ open: { kind: 'call' } }),
    openForTransfer: (call: CallId): void => store.setState({ open: { kind: 'transfer', call }, text: '' }),
    close: (): void => store.setState({ open: undefined, text: '' }),
    setText: (text: string): void => store.setState({ text }),
    /** Another program's link fills the panel in, now or after the sign-in; only the agent calls. */
    takeLink,
    stop: undo,
  }
}

const colleagueOf = (workplace: Workplace | undefined, extension: string): Colleague | undefined =>
  workplace?.colleagues.find((one) => one.extension === extension)

const asSuggestion = ({ name, extension, team }: Colleague): DialSuggestion => ({
  kind: 'colleague',
  name,
  dial: extension,
  detail: team,
})

function isLike({ name, team, extension }: Colleague, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase()
  return [name, team, extension].some((word) => word.toLocaleLowerCase().includes(wanted))
}
