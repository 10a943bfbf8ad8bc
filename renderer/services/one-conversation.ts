import type { CallId } from '../domain/ids.ts'
import type { Telephony } from '../ports/telephony.ts'
import { activeCall } from '../state/call-store.ts'
import type { CallStore } from '../state/call-store.ts'
import type { CallCommand } from './call-commands.ts'

export interface OneConversation {
  /**
   * Makes the agent free to talk in another call: holds the one in hand, and gives up one that nobody has answered yet.
   * `false` when the other side did not agree, and then everything is as it was.
   * @param keep the call that is about to be talked in
   */
  makeRoom(keep?: CallId): Promise<boolean>
}

/** An agent is heard in one call at a time: two customers never hear each other, or what is meant for the other. */
export function createOneConversation(
  telephony: Pick<Telephony, 'setHeld' | 'hangUp'>,
  calls: CallStore,
  command: CallCommand,
): OneConversation {
  return {
    async makeRoom(keep) {
      const active = activeCall(calls.getState())
      if (!active || active.id === keep) return true
      if (active.state === 'connected') return command(active.id, () => telephony.setHeld(active.id, true))
      // Being answered at this moment: whoever is about to be heard must not be put off.
      if (active.state === 'answering') return false
      await telephony.hangUp(active.id)
      return true
    },
  }
}
