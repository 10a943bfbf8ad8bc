import { changeAgentState } from '../domain/agent-state.ts'
import type { Problem } from '../domain/problem.ts'
import { done } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import type { NewerRecords } from '../ports/records.ts'
import type { Telephony } from '../ports/telephony.ts'
import type { ShiftStore } from '../state/shift-store.ts'
import type { Cases } from './cases/create-cases.ts'
import type { Chats } from './chats/create-chats.ts'
import { placeToRead } from './place.ts'
import type { SignInChoice } from './place.ts'
import type { Stories } from './story/create-stories.ts'
import type { WriteUp } from './write-up.ts'

export interface ReadingNeeds {
  readonly telephony: Pick<Telephony, 'signIn' | 'signOut'>
  readonly cases: Pick<Cases, 'look' | 'lookAway'>
  readonly chats: Pick<Chats, 'look' | 'lookAway'>
  readonly stories: Pick<Stories, 'look' | 'end'>
  readonly writeUp: Pick<WriteUp, 'putAllAside'>
  readonly shift: ShiftStore
  readonly instanceId: string
}

export type Reading = ReturnType<typeof createReading>

/**
 * In the place of a shift, where a newer Foyer has written the records: they are shown and searched. Nobody is signed in,
 * since no word about a customer could be saved, and nothing is begun that writes.
 */
export function createReading(needs: ReadingNeeds) {
  const { telephony, cases, chats, stories, writeUp, shift, instanceId } = needs

  async function count(newer: NewerRecords): Promise<void> {
    const counted = await newer.countStrange()
    if (counted.ok && shift.getState().agent.kind === 'reading') shift.setState({ strange: counted.value })
  }

  return {
    /** Who may read is for the centre to say, as in every shift: it is shown the account, and left again at once. */
    async prove(choice: SignInChoice): Promise<Result<undefined, Problem>> {
      const { account } = placeToRead(choice, instanceId)
      if (!account) return done
      const known = await telephony.signIn(account)
      await telephony.signOut().catch(() => undefined)
      return known
    },
    async begin(choice: SignInChoice, newer: NewerRecords): Promise<void> {
      const place = placeToRead(choice, instanceId)
      await cases.look(place.cases)
      await chats.look()
      stories.look()
      shift.setState(({ agent }) => ({
        agent: changeAgentState(agent, { kind: 'reading' }),
        workplace: place.workplace,
        ...{ signingIn: undefined, strange: undefined },
      }))
      void count(newer)
    },
    end(): void {
      cases.lookAway()
      chats.lookAway()
      stories.end()
      // A call that came while the centre was asked is refused by the store, and by none that is opened after it.
      writeUp.putAllAside()
      shift.setState({ agent: { kind: 'signed-out' }, workplace: undefined })
    },
  }
}
