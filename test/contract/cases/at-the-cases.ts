import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'

import { customField, type FieldKey, type FieldValue } from '../../../renderer/domain/case-field.ts'
import type { CaseId } from '../../../renderer/domain/ids.ts'
import type { CaseSystem } from '../../../renderer/ports/case-system.ts'
import { startHttpRelay, type HttpRelay } from '../../faults/http/http-relay.ts'
import { UndoList } from '../../servers/undo.ts'
import type { CaseCentre, CaseWorld } from './case-centre.ts'
import { seatDesk } from './case-desk.ts'
import { found, written } from './outcome.ts'
import { startPracticeCaseCentre } from './practice-case-centre.ts'
import { startRealCaseCentre } from './real-case-centre.ts'

type SettledCase = ReturnType<typeof found>

/** A desk, a colleague's desk, and the case server that both work on. */
export interface AtTheCases {
  readonly centre: CaseCentre
  readonly world: CaseWorld
  /** What is tried. It goes through the wire. */
  readonly system: CaseSystem
  readonly wire: HttpRelay
  /** Another agent's, which nothing happens to. */
  readonly colleague: CaseSystem
  /** Begins a case of the customer in the first queue. */
  begin(more?: readonly (readonly [FieldKey, FieldValue])[], text?: string): Promise<SettledCase>
  /** The case as the colleague sees it. */
  seen(number: string): Promise<SettledCase>
  /** Sets fields one after the other, each at the revision that the one before has left. */
  set(number: string, field: FieldKey, value: FieldValue): Promise<SettledCase>
  readonly field: Readonly<Record<'choice' | 'several' | 'date' | 'dateTime' | 'text' | 'longText', FieldKey>>
}

const everyCentre = [
  ['the practice centre', startPracticeCaseCentre],
  ['Request Tracker 5', startRealCaseCentre],
] as const

export const newCaseId = (): CaseId => randomUUID() as CaseId

/**
 * What the desk may rely on in any case system, as the desk has it: through the window's adapter and the main process's
 * gateway. The same cases run on the practice centre and on Request Tracker; no case knows which.
 */
export function onEveryCaseSystem(what: string, cases: (at: AtTheCases) => void): void {
  describe.each(everyCentre)(`${what}, on %s`, (_name, start) => {
    let place: Place
    const leave = new UndoList()

    beforeAll(async () => {
      const centre = await start()
      leave.add(() => centre.stop())
      const wire = await startHttpRelay(centre.server)
      leave.add(() => wire.stop())
      const { clientIdField } = centre.world
      const [account, other] = centre.accounts
      const [desk, colleague] = await Promise.all([
        seatDesk({ server: wire.url, account, clientIdField }),
        seatDesk({ server: centre.server, account: other, clientIdField }),
      ])
      place = { centre, wire, system: desk.system, colleague: colleague.system }
    })
    afterAll(() => leave.run())
    beforeEach(() => place.wire.heal())
    cases(commandsOf(() => place))
  })
}

type Place = Pick<AtTheCases, 'centre' | 'wire' | 'system' | 'colleague'>

function commandsOf(place: () => Place): AtTheCases {
  const at: AtTheCases = {
    get centre() {
      return place().centre
    },
    get world() {
      return place().centre.world
    },
    get system() {
      return place().system
    },
    get wire() {
      return place().wire
    },
    get colleague() {
      return place().colleague
    },
    get field() {
      const { choice, several, date, dateTime, text, longText } = place().centre.world
      return {
        choice: customField(choice.name),
        several: customField(several.name),
        date: customField(date),
        dateTime: customField(dateTime),
        text: customField(text),
        longText: customField(longText),
      }
    },
    async begin(more = [], text = 'It was in the post.') {
      const fields = new Map<FieldKey, FieldValue>([
        ['queue', [at.world.queue]],
        ['subject', ['A lost passport']],
        ['requestors', [at.world.customer.address]],
        ...more,
      ])
      return written(await at.system.create(newCaseId(), { fields, text, attachments: [] }))
    },
    seen: async (number) => found(await at.colleague.case(number)),
    async set(number, field, value) {
      const { revision } = found(await at.system.case(number))
      return written(await at.system.change({ number, revision }, field, value))
    },
  }
  return at
}
