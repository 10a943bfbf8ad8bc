import type { CallId } from '../domain/ids.ts'
import { problem } from '../domain/problem.ts'
import { failed } from '../domain/result.ts'
import type { Telephony } from '../ports/telephony.ts'
import type { Timing } from '../ports/timing.ts'
import { consultationFor } from '../state/call-store.ts'
import type { CallStore } from '../state/call-store.ts'
import type { DialStore } from '../state/dial-store.ts'
import type { CallCommand } from './call-commands.ts'
import type { CallDesk } from './call-desk.ts'
import type { Dialling } from './dialling.ts'

/** Milliseconds for a colleague's goodbye. */
const goodbyeLimit = 2_000

export interface TransfersNeeds {
  readonly telephony: Pick<Telephony, 'transfer' | 'completeTransfer' | 'hangUp'>
  readonly dialling: Pick<Dialling, 'dial' | 'target'>
  readonly callDesk: Pick<CallDesk, 'setHeld'>
  readonly calls: CallStore
  readonly dial: DialStore
  readonly command: CallCommand
  readonly timing: Timing
}

export type Transfers = ReturnType<typeof createTransfers>

/** Hands a customer over: at once, or after a word with whoever takes them. */
export function createTransfers(needs: TransfersNeeds) {
  const { telephony, dialling, callDesk, calls, dial, command, timing } = needs
  const gone = (call: CallId): Promise<void> =>
    new Promise((resolve) => {
      const settle = (): void => {
        stopLooking()
        stopWaiting()
        resolve()
      }
      const stopWaiting = timing.after(goodbyeLimit, settle)
      const stopLooking = calls.subscribe((state) => {
        if (!state.calls.has(call)) settle()
      })
      if (!calls.getState().calls.has(call)) settle()
    })

  return {
    /** `false` when nobody was asked; whether they take the customer is told by the call. */
    async transfer(call: CallId, text: string): Promise<boolean> {
      const target = dialling.target(text)
      if (!target) return false
      const asked = await command(call, () => telephony.transfer(call, target))
      if (asked) dial.setState({ open: undefined, text: '' })
      return asked
    },

    /** The customer waits while the agent asks; one colleague at a time. */
    consult: async (call: CallId, text: string): Promise<boolean> =>
      consultationFor(calls.getState(), call) === undefined && dialling.dial(text, { consultFor: call }),

    /** Connects the two, and leaves. */
    async complete(consultation: CallId): Promise<boolean> {
      const { calls: live } = calls.getState()
      const { consultFor: customer, state } = live.get(consultation) ?? {}
      const answered = state === 'connected' || state === 'held'
      // Both: handing the customer over in two ways at once would be two calls to two people.
      return customer !== undefined && answered && live.has(customer)
        ? command([customer, consultation], () => telephony.completeTransfer(customer, consultation))
        : command(consultation, () => Promise.resolve(failed(problem('control-failed'))))
    },

    /** The colleague goes, the customer is back. */
    async takeBack(consultation: CallId): Promise<void> {
      const customer = calls.getState().calls.get(consultation)?.consultFor
      await telephony.hangUp(consultation)
      // The goodbye may still be on its way: a call that is ending must not be put on hold instead.
      await gone(consultation)
      if (customer !== undefined && calls.getState().calls.get(customer)?.state === 'held')
        await callDesk.setHeld(customer, false)
    },
  }
}
