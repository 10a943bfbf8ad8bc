import type { Place } from './place.ts'
import { description, expect, NO_BODY, reply, request, LOCAL_TAG, wholeScenario } from './sipp-messages.ts'
import { startSipp } from './sipp.ts'
import type { UndoList } from './undo.ts'

/** How long a feature code's call lasts unless the agent hangs up: as long as a short confirmation. */
const CONFIRMS_MS = 330
/** The discard port (RFC 863): it speaks to nobody. */
const NO_SOUND = 9

export type AttendantSetup = {
  readonly place: Place
  readonly runDirectory: string
  readonly port: number
}

/** Starts what answers every call of a feature code and then hangs up. */
export async function startAttendant(
  { place, runDirectory, port }: AttendantSetup,
  undo: UndoList,
): Promise<void> {
  const scenario = attendantScenario(place.address)
  const child = await startSipp({ name: 'attendant', scenario, place, runDirectory, port })
  undo.add(() => child.stop())
}

function attendantScenario(address: string): string {
  const ends = { from: `[$local]${LOCAL_TAG}`, to: '[$peer]' }
  return wholeScenario([
    '<recv request="INVITE" rrs="true"><action>' +
      '<ereg regexp=".+" search_in="hdr" header="To:" assign_to="local"/>' +
      '<ereg regexp=".+" search_in="hdr" header="From:" assign_to="peer"/></action></recv>',
    reply('200 OK', description({ address, port: NO_SOUND }, 'inactive', 1), LOCAL_TAG),
    expect({ request: 'ACK' }),
    expect({ request: 'BYE' }, `timeout="${String(CONFIRMS_MS)}" ontimeout="1" next="2"`),
    '<label id="1"/>',
    request({ method: 'BYE', number: 1 }, ends, NO_BODY),
    expect({ response: 200 }, 'next="3"'),
    '<label id="2"/>',
    reply('200 OK', NO_BODY),
    '<label id="3"/>',
    '<pause milliseconds="10"/>',
  ])
}
