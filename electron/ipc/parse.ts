import * as v from 'valibot'

import { audioRoles } from '../../renderer/domain/audio-devices.ts'
import { languages } from '../../renderer/domain/language.ts'
import { noticeKinds } from '../../renderer/domain/notice.ts'
import { problemCodes } from '../../renderer/domain/problem.ts'
import { isCasePath } from '../case-address.ts'
import type { RequestName, Requests } from './contract.ts'

const Nothing = v.undefined()
/** A browser's device id is 64 hexadecimal digits; a label is what a maker printed. */
const Device = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(200)),
  label: v.pipe(v.string(), v.maxLength(300)),
})
const Realm = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/))

const user = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200))
const CaseAccount = v.variant('kind', [
  v.strictObject({ kind: v.literal('password'), user, secret: v.pipe(v.string(), v.maxLength(1000)) }),
  // It goes into a header: printable ASCII, and no line end.
  v.strictObject({
    kind: v.literal('token'),
    user,
    secret: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,1000}$/)),
  }),
])
const CaseRequest = v.strictObject({
  method: v.picklist(['GET', 'POST', 'PUT']),
  path: v.pipe(v.string(), v.maxLength(8000), v.check(isCasePath)),
  /** A few files in base64. */
  body: v.optional(v.pipe(v.string(), v.maxLength(100_000_000))),
  revision: v.optional(v.pipe(v.string(), v.regex(/^[\x20-\x7e]{1,200}$/))),
})
const Lines = v.array(v.string())

/** What each request may ask, checked at run time: a window that was taken over can send anything. */
const asks = {
  readSetup: Nothing,
  saveLanguage: v.picklist(languages),
  saveAudio: v.strictObject(v.entriesFromList(audioRoles, v.exactOptional(Device))),
  saveMoodChoices: v.strictObject({ alert: v.boolean(), prompts: v.boolean() }),
  startPractice: Nothing,
  openDataKey: Realm,
  setAsideDataKey: Realm,
  signInCases: v.strictObject({ realm: Realm, account: v.undefinedable(CaseAccount) }),
  signOutCases: v.strictObject({ realm: Realm, forget: v.boolean() }),
  readCaseUser: Realm,
  askCases: CaseRequest,
  openJournal: Realm,
  appendJournal: v.strictObject({ realm: Realm, lines: Lines, sync: v.boolean() }),
  rewriteJournal: v.strictObject({ realm: Realm, lines: Lines }),
  wipeRealm: Realm,
  readPacks: Realm,
  refreshPacks: Realm,
  readPack: v.strictObject({ realm: Realm, name: Realm }),
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
