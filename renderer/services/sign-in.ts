import { changeAgentState } from '../domain/agent-state.ts'
import { asContactId } from '../domain/ids.ts'
import type { PracticeAddress } from '../domain/practice.ts'
import { problem } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import { done, failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import type { QueueSetup } from '../domain/queue-state.ts'
import { practiceRealm } from '../domain/setup.ts'
import type { CallQueue } from '../ports/call-queue.ts'
import type { DataKeys, PracticeCentre } from '../ports/desktop.ts'
import type { NewerRecords, Records } from '../ports/records.ts'
import type { Telephony } from '../ports/telephony.ts'
import type { Timing } from '../ports/timing.ts'
import { liveCall } from '../state/call-store.ts'
import type { CallStore } from '../state/call-store.ts'
import { noDialling } from '../state/dial-store.ts'
import type { DialStore } from '../state/dial-store.ts'
import { linkUp } from '../state/shift-store.ts'
import type { ShiftState, ShiftStore } from '../state/shift-store.ts'
import type { Availability } from './availability.ts'
import type { Cases } from './cases/create-cases.ts'
import type { Chats } from './chats/create-chats.ts'
import type { Knowledge } from './knowledge/create-knowledge.ts'
import type { Moods } from './moods/create-moods.ts'
import type { EquipmentCheck } from './equipment-check.ts'
import { livePlace, placeInPractice } from './place.ts'
import type { Place, SignInChoice } from './place.ts'
import type { Problems } from './problems.ts'
import type { QueueNews } from './queue-news.ts'
import type { Reading } from './reading.ts'
import type { Recall } from './recall.ts'
import type { Stories } from './story/create-stories.ts'
import type { createWellBeing } from './well-being.ts'
import type { WriteUp } from './write-up.ts'

export interface SignInNeeds {
  readonly telephony: Telephony
  readonly practice: PracticeCentre
  readonly keys: DataKeys
  readonly records: Records
  readonly recall: Recall
  readonly reading: Reading
  readonly writeUp: WriteUp
  readonly problems: Problems
  readonly timing: Timing
  readonly availability: Pick<Availability, 'stopTakingCalls'>
  readonly queueFor: (setup: QueueSetup) => CallQueue
  readonly queueNews: Pick<QueueNews, 'begin' | 'end'>
  readonly check: Pick<EquipmentCheck, 'begin' | 'stop'>
  readonly cases: Pick<Cases, 'begin' | 'end'>
  readonly chats: Pick<Chats, 'begin' | 'mayEnd' | 'end'>
  readonly knowledge: Pick<Knowledge, 'begin' | 'end'>
  readonly moods: Pick<Moods, 'begin' | 'end'>
  readonly stories: Pick<Stories, 'begin' | 'end'>
  readonly wellBeing: Pick<ReturnType<typeof createWellBeing>, 'settled'>
  readonly instanceId: string
  readonly shift: ShiftStore
  readonly calls: CallStore
  readonly dial: DialStore
}

type Outcome<T> = Promise<Result<T, Problem>>

/** What can begin. */
type Ready =
  | { readonly kind: 'shift'; readonly place: Place }
  | { readonly kind: 'reading'; readonly newer: NewerRecords }

export type SignIn = ReturnType<typeof createSignIn>

/** Begins and ends a shift: the store first, so that nothing is heard that could not be kept; then the telephone. */
export function createSignIn(needs: SignInNeeds) {
  const { telephony, records, problems, shift, timing } = needs
  const step = (signingIn: ShiftState['signingIn']): void => shift.setState({ signingIn })

  /** Kept for another try while the sign-in has not worked; with it a password, which is then forgotten. */
  let last: SignInChoice | undefined
  let leaving: Promise<void> = Promise.resolve()

  async function openStore(realm: string, setAside: boolean): Outcome<NewerRecords | undefined> {
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
      const saved = await records.saveContact({
        ...{ id: asContactId(id), name, numbers: [number], addresses: [], language },
      })
      if (!saved.ok) return saved
    }
    return done
  }

  async function practicePlace(): Outcome<Place> {
    step('starting-practice')
    const started = await needs.practice.start()
    if (!started.ok) return started
    const kept = await keepCustomers(started.value)
    return kept.ok ? ok(placeInPractice(started.value, needs.instanceId)) : kept
  }

  /** Where a newer Foyer has written the records there is no shift, and they are read. */
  async function prepare(choice: SignInChoice, setAside: boolean): Outcome<Ready> {
    const opened = await openStore(choice.kind === 'practice' ? practiceRealm : choice.centre.id, setAside)
    if (!opened.ok) return opened
    if (!opened.value) return prepareShift(choice)
    step('registering')
    const proved = await needs.reading.prove(choice)
    return proved.ok ? ok({ kind: 'reading', newer: opened.value }) : proved
  }

  async function prepareShift(choice: SignInChoice): Outcome<Ready> {
    const place = choice.kind === 'practice' ? await practicePlace() : ok(livePlace(choice, needs.instanceId))
    if (!place.ok) return place
    step('registering')
    const registered = await telephony.signIn(place.value.account)
    return registered.ok ? ok({ kind: 'shift', place: place.value }) : failed(registered.problem)
  }

  async function signIn(choice: SignInChoice, { setAside = false } = {}): Promise<void> {
    if (shift.getState().agent.kind !== 'signed-out') return
    last = choice
    shift.setState({ agent: { kind: 'signing-in' }, link: linkUp, erased: false })
    problems.clearShift()
    // An earlier shift may still be saying goodbye, and would close this one's store.
    await leaving
    let ready: Ready | undefined
    try {
      ready = problems.unwrap(await prepare(choice, setAside))
    } finally {
      if (!ready) await abandon()
    }
    if (!ready) return
    last = undefined
    await needs.recall.loadRecent()
    if (ready.kind === 'reading') await needs.reading.begin(choice, ready.newer)
    else await begin(ready.place)
  }

  async function begin(place: Place): Promise<void> {
    const agent = { kind: 'not-ready', reason: 'signed-in', since: timing.now() } as const
    shift.setState((state) => ({
      agent: changeAgentState(state.agent, agent),
      workplace: place.workplace,
      signingIn: undefined,
    }))
    // A link to the case system is not waited for: its cases of yesterday are here.
    await needs.cases.begin(place.cases)
    await needs.chats.begin(place.chats)
    await needs.knowledge.begin(place.workplace.realm)
    await needs.moods.begin(place.workplace.story)
    needs.stories.begin(place.workplace.story)
    await needs.check.begin(place.account)
    needs.queueNews.begin(place.queue.kind === 'none' ? undefined : needs.queueFor(place.queue))
  }

  /** A sign-in that did not work leaves nothing open, whatever went wrong. */
  async function abandon(): Promise<void> {
    await telephony.signOut().catch(() => undefined)
    records.close()
    shift.setState({ agent: { kind: 'signed-out' }, signingIn: undefined })
  }

  /**
   * Only between interactions, with nobody ringing and everything on the disk: the screen offers it then, and no call and
   * no word is lost by it. Otherwise it does nothing, and what is not saved is shown.
   */
  async function signOut(): Promise<void> {
    if (shift.getState().agent.kind === 'reading') stopReading()
    if (!mayLeave() || !(await needs.writeUp.flush()) || !mayLeave()) return
    needs.check.stop()
    const lastNews = needs.queueNews.end()
    needs.knowledge.end()
    needs.moods.end()
    needs.stories.end()
    const lastCases = Promise.all([needs.cases.end(), needs.chats.end()])
    shift.setState({ agent: { kind: 'signed-out' }, workplace: undefined })
    last = undefined
    problems.clearShift()
    needs.writeUp.putAllAside()
    // The next agent at this desk does not redial this one's customers.
    needs.dial.setState(noDialling)
    leaving = lastNews
      .then(() => telephony.signOut())
      .catch(() => undefined) // a goodbye that fails must not keep the next agent out
      .then(() => lastCases)
      .then(() => needs.wellBeing.settled())
      .then(() => records.close())
    await leaving
  }

  function stopReading(): void {
    needs.reading.end()
    problems.clearShift()
    records.close()
  }

  const mayLeave = (): boolean => {
    const { kind } = shift.getState().agent
    // A call that is about to go out counts: its microphone is being opened.
    const calling = liveCall(needs.calls.getState()) !== undefined || needs.dial.getState().dialling
    return (kind === 'not-ready' || kind === 'available') && !calling && needs.chats.mayEnd()
  }

  const undos = [
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
