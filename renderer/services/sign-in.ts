import { changeAgentState } from '../domain/agent-state.ts'
import { asContactId } from '../domain/ids.ts'
import type { PracticeAddress } from '../domain/practice.ts'
import { problem } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import { done, failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { practiceRealm } from '../domain/setup.ts'
import type { LiveCentre } from '../domain/setup.ts'
import type { DataKeys, PracticeCentre } from '../ports/desktop.ts'
import type { Records } from '../ports/records.ts'
import type { Telephony, TelephonyAccount } from '../ports/telephony.ts'
import type { Timing } from '../ports/timing.ts'
import { liveCall } from '../state/call-store.ts'
import type { CallStore } from '../state/call-store.ts'
import type { ShiftState, ShiftStore, Workplace } from '../state/shift-store.ts'
import type { Availability } from './availability.ts'
import type { Problems } from './problems.ts'
import type { Recall } from './recall.ts'
import type { WriteUp } from './write-up.ts'

/** Where to work: practice needs no account, a live centre needs one. */
export type SignInChoice =
  | { readonly kind: 'practice' }
  | { readonly kind: 'live'; readonly centre: LiveCentre; readonly user: string; readonly password: string }

export interface SignInNeeds {
  readonly telephony: Telephony
  readonly practice: PracticeCentre
  readonly keys: DataKeys
  readonly records: Records
  readonly recall: Recall
  readonly writeUp: WriteUp
  readonly problems: Problems
  readonly timing: Timing
  readonly availability: Pick<Availability, 'stopTakingCalls'>
  readonly shift: ShiftStore
  readonly calls: CallStore
}

type Outcome<T> = Promise<Result<T, Problem>>

export type SignIn = ReturnType<typeof createSignIn>

/** Begins and ends a shift: the store first, so that nothing is heard that could not be kept; then the telephone. */
export function createSignIn(needs: SignInNeeds) {
  const { telephony, records, problems, shift, timing } = needs
  const step = (signingIn: ShiftState['signingIn']): void => shift.setState({ signingIn })

  /** Kept for another try while the sign-in has not worked; with it a password, which is then forgotten. */
  let last: SignInChoice | undefined
  let leaving: Promise<void> = Promise.resolve()

  async function openStore(realm: string, setAside: boolean): Outcome<undefined> {
    step('opening-store')
    const key = await (setAside ? needs.keys.setAside(realm) : needs.keys.open(realm))
    return key.ok ? records.open(realm, key.value) : key
  }

  /** The practice customers are contacts of the practice store, so that they pop by number like any other. */
  async function keepCustomers({ customers }: PracticeAddress): Outcome<undefined> {
    for (const { id, name, number, language } of customers) {
      const known = await records.contactByNumber(number)
      if (!known.ok) return known
      if (known.value) continue
      const saved = await records.saveContact({ id: asContactId(id), name, numbers: [number], language })
      if (!saved.ok) return saved
    }
    return done
  }

  async function practiceAccount(): Outcome<TelephonyAccount> {
    step('starting-practice')
    const started = await needs.practice.start()
    if (!started.ok) return started
    const kept = await keepCustomers(started.value)
    const { server, domain, user, password } = started.value
    return kept.ok ? ok({ server, domain, user, password, iceServers: [] }) : kept
  }

  async function prepare(choice: SignInChoice, setAside: boolean): Outcome<Workplace> {
    const realm = choice.kind === 'practice' ? practiceRealm : choice.centre.id
    const opened = await openStore(realm, setAside)
    if (!opened.ok) return opened
    const account = choice.kind === 'practice' ? await practiceAccount() : ok(liveAccount(choice))
    if (!account.ok) return account
    step('registering')
    const registered = await telephony.signIn(account.value)
    if (!registered.ok) return failed(registered.problem)
    const name = choice.kind === 'practice' ? undefined : choice.centre.name
    return ok({ realm, name, practice: choice.kind === 'practice', user: account.value.user })
  }

  async function signIn(choice: SignInChoice, { setAside = false } = {}): Promise<void> {
    if (shift.getState().agent.kind !== 'signed-out') return
    last = choice
    shift.setState({ agent: { kind: 'signing-in' }, link: 'up' })
    problems.clearShift()
    // An earlier shift may still be saying goodbye, and would close this one's store.
    await leaving
    const prepared = await prepare(choice, setAside)
    const workplace = problems.unwrap(prepared)
    if (!workplace) {
      await telephony.signOut()
      records.close()
      shift.setState({ agent: { kind: 'signed-out' }, signingIn: undefined })
      return
    }
    last = undefined
    await needs.recall.loadRecent()
    const agent = { kind: 'not-ready', reason: 'signed-in', since: timing.now() } as const
    shift.setState((state) => ({
      agent: changeAgentState(state.agent, agent),
      workplace,
      signingIn: undefined,
    }))
  }

  /**
   * Only between interactions, with nobody ringing and everything on the disk: the screen offers it then, and no call and
   * no word is lost by it. Otherwise it does nothing, and what is not saved is shown.
   */
  async function signOut(): Promise<void> {
    if (!mayLeave() || !(await needs.writeUp.flush()) || !mayLeave()) return
    shift.setState({ agent: { kind: 'signed-out' }, workplace: undefined })
    last = undefined
    problems.clearShift()
    needs.writeUp.putAside()
    leaving = telephony.signOut().then(() => records.close())
    await leaving
  }

  const mayLeave = (): boolean => {
    const { kind } = shift.getState().agent
    return (kind === 'not-ready' || kind === 'available') && !liveCall(needs.calls.getState())
  }

  const undos = [
    telephony.listen((fact) => {
      if (fact.kind === 'link-lost') {
        shift.setState({ link: 'lost' })
        problems.show(problem('link-lost'))
      } else if (fact.kind === 'link-back') {
        shift.setState({ link: 'up' })
        problems.clear('link-lost')
      } else if (fact.kind === 'signed-out-by-server') {
        needs.availability.stopTakingCalls()
        problems.clear('link-lost')
        problems.show(problem('signed-out'))
      }
    }),
    needs.practice.onStopped(() => {
      if (!shift.getState().workplace?.practice) return
      needs.availability.stopTakingCalls()
      problems.show(problem('practice-stopped'))
    }),
  ]

  return {
    signIn,
    again: async (options: { setAside: boolean }) => last && signIn(last, options),
    signOut,
    stop: () => undos.forEach((undo) => undo()),
  }
}

function liveAccount({ centre, user, password }: Extract<SignInChoice, { kind: 'live' }>): TelephonyAccount {
  const { server, domain, iceServers } = centre.telephony
  return { server, domain, user, password, iceServers }
}
