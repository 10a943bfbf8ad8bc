import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'

import type { CallId } from '../../../renderer/domain/ids.ts'
import type { DialTarget, TelephonyAccount } from '../../../renderer/ports/telephony.ts'
import { UndoList } from '../../servers/undo.ts'
import { openDeskPage } from './desk-page.ts'
import type { DeskPage } from './desk-page.ts'
import type { Ability, Customer, FarEnd, FarEndNeeds, Tone } from './far-end.ts'
import { Headset } from './headset.ts'
import { startPracticeFarEnd } from './practice-far-end.ts'
import { startRealFarEnd } from './real-far-end.ts'

/** Seconds of a tone by which it is surely there, and up to which it is an echo of what was before. */
const surely = 0.5
const hardly = 0.2
/** Milliseconds that what was said before may still be under way, in the buffers of both ends and in the recording. */
const underWay = 300
const waiting = { timeout: 8_000, interval: 100 }

/** The desk, its headset, and the centre that is tried. */
export interface AtTheDesk {
  readonly far: FarEnd
  readonly desk: DeskPage
  readonly headset: Headset
  signIn(account?: TelephonyAccount): Promise<unknown>
  /** A customer calls, the agent answers, and they can talk. */
  talking(ability?: Ability): Promise<{ readonly call: CallId; readonly customer: Customer }>
  answer(call: CallId): Promise<void>
  dial(target: DialTarget, consultFor?: CallId): Promise<CallId>
  hold(call: CallId, held: boolean): Promise<unknown>
  restRecording(call: CallId, paused: boolean): Promise<unknown>
  hangUp(call: CallId): Promise<void>
  transfer(call: CallId, target: DialTarget): Promise<unknown>
  completeTransfer(call: CallId, consultation: CallId): Promise<unknown>
  /** It can be heard on the headset from now on. */
  hears(tone: Tone): Promise<void>
  /** Nothing but silence for a second. */
  hearsNobody(): Promise<void>
  /** Whoever it is hears the tone from now on. */
  reaches(heard: () => Promise<number>): Promise<void>
  /** Whoever it is hears nothing of the tone for a second. */
  keptFrom(heard: () => Promise<number>): Promise<void>
  /** The facts that have not been waited for. */
  facts(): Promise<readonly string[]>
}

type Start = (needs: FarEndNeeds) => Promise<FarEnd>

const everyCentre: readonly (readonly [string, Start])[] = [
  ['the practice centre', startPracticeFarEnd],
  ['Kamailio, rtpengine and real telephones', startRealFarEnd],
]

export interface Trial {
  readonly queueDecides?: boolean
  /** Default: every centre that there is. */
  readonly centres?: typeof everyCentre
}

/**
 * What the desk may rely on in any telephone server. The same cases run on the practice centre and on Kamailio with
 * real telephones, in a real browser with real sound devices; no case knows which.
 */
export function onEveryCentre(what: string, cases: (at: AtTheDesk) => void, trial: Trial = {}): void {
  const { queueDecides = false, centres = everyCentre } = trial
  let headset: Headset
  let desk: DeskPage
  const undo = new UndoList()

  beforeAll(async () => {
    headset = await Headset.putOn()
    undo.add(() => headset.takeOff())
    desk = await openDeskPage(headset.devices.env)
    undo.add(() => desk.stop())
  })
  afterAll(() => undo.run())

  describe.each(centres)(`${what}, through %s`, (_name, start) => {
    let far: FarEnd
    const leave = new UndoList()

    beforeAll(async () => {
      far = await start({ desk, queueDecides })
      leave.add(() => far.stop())
    })
    afterAll(() => leave.run())
    beforeEach(() => desk.page.evaluate(() => void (window.facts.length = 0)))
    afterEach(async () => {
      await desk.page.evaluate(() => window.telephony.signOut())
      await far.clear()
    })
    cases(
      commandsOf({
        far: () => far,
        desk: () => desk,
        headset: () => headset,
      }),
    )
  })
}

interface Place {
  readonly far: () => FarEnd
  readonly desk: () => DeskPage
  readonly headset: () => Headset
}

function commandsOf({ far, desk, headset }: Place): AtTheDesk {
  const page = () => desk().page
  const at: AtTheDesk = {
    get far() {
      return far()
    },
    get desk() {
      return desk()
    },
    get headset() {
      return headset()
    },
    signIn: (account = far().account) =>
      page().evaluate((wanted) => window.telephony.signIn(wanted), account),
    async talking(ability) {
      expect(await at.signIn()).toMatchObject({ ok: true })
      const customer = await far().ring(ability)
      const call = await desk().offered()
      await at.answer(call)
      return { call, customer }
    },
    async answer(call) {
      const answered = await page().evaluate((id) => window.telephony.answer(id), call)
      expect(answered).toMatchObject({ ok: true })
      await desk().fact('call-connected')
    },
    async dial(target, consultFor) {
      const dialled = await page().evaluate(
        ([to, customer]) => {
          const party = { number: to.user, name: undefined, queue: undefined }
          return window.telephony.dial(to, customer === null ? { party } : { party, consultFor: customer })
        },
        [target, consultFor ?? null] as const,
      )
      if (!dialled.ok) throw new Error(`the telephone did not dial: ${dialled.problem.code}`)
      return dialled.value
    },
    hold: (call, held) =>
      page().evaluate(([id, wanted]) => window.telephony.setHeld(id, wanted), [call, held] as const),
    restRecording: (call, paused) =>
      page().evaluate(([id, wanted]) => window.telephony.setRecordingPaused(id, wanted), [
        call,
        paused,
      ] as const),
    hangUp: (call) => page().evaluate((id) => window.telephony.hangUp(id), call),
    transfer: (call, target) =>
      page().evaluate(([id, to]) => window.telephony.transfer(id, to), [call, target] as const),
    completeTransfer: (call, consultation) =>
      page().evaluate(([one, other]) => window.telephony.completeTransfer(one, other), [
        call,
        consultation,
      ] as const),
    async hears(tone) {
      expect((await headset().listen({ tone, enough: surely }))[tone]).toBeGreaterThan(surely)
    },
    async hearsNobody() {
      const { customer, colleague, announcement } = await headset().listen()
      expect(Math.max(customer, colleague, announcement)).toBeLessThan(hardly)
    },
    async reaches(heard) {
      const before = await heard()
      await expect.poll(async () => (await heard()) - before, waiting).toBeGreaterThan(surely)
    },
    async keptFrom(heard) {
      await page().waitForTimeout(underWay)
      const before = await heard()
      await page().waitForTimeout(1_000)
      expect((await heard()) - before).toBeLessThan(hardly)
    },
    facts: () => page().evaluate(() => window.facts.map(({ kind }) => kind)),
  }
  return at
}
