import * as v from 'valibot'

import { audioRoles } from '../../renderer/domain/audio-devices.ts'
import { languages } from '../../renderer/domain/language.ts'
import { noticeKinds } from '../../renderer/domain/notice.ts'
import { problemCodes } from '../../renderer/domain/problem.ts'
import type { RequestName, Requests } from './contract.ts'

const Nothing = v.undefined()
/** A browser's device id is 64 hexadecimal digits; a label is what a maker printed. */
const Device = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(200)),
  label: v.pipe(v.string(), v.maxLength(300)),
})
const Realm = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/))

/** What each request may ask, checked at run time: a window that was taken over can send anything. */
const asks = {
  readSetup: Nothing,
  saveLanguage: v.picklist(languages),
  saveAudio: v.strictObject(v.entriesFromList(audioRoles, v.exactOptional(Device))),
  startPractice: Nothing,
  openDataKey: Realm,
  setAsideDataKey: Realm,
  alertAgent: v.picklist(noticeKinds),
  calmAgent: Nothing,
  reportProblem: v.picklist(problemCodes),
} as const satisfies { [N in RequestName]: v.GenericSchema<Requests[N]['ask']> }

export const requestNames = Object.keys(asks) as RequestName[]

/** A request that is not in the contract. Its message names the request and never repeats what was sent. */
export class UnacceptableRequest extends Error {
  override readonly name = 'UnacceptableRequest'
}

/** @throws UnacceptableRequest unless there is exactly what the contract says. */
export function parseAsk<N extends RequestName>(name: N, args: readonly unknown[]): Requests[N]['ask'] {
  const result = args.length > 1 ? undefined : v.safeParse(asks[name], args[0])
  if (!result?.success) throw new UnacceptableRequest(`${name}: not what the contract says`)
  return result.output
}
