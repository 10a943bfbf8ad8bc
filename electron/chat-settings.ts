import * as v from 'valibot'

import { languages } from '../renderer/domain/language.ts'

const hostName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9.\-[\]:]{1,255}$/, 'an address is a host name'))
const most = (greatest: number, standard: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(greatest)), standard)

const QuickReply = v.strictObject({
  name: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9-]{1,30}$/, 'a reply’s name has small letters, digits and hyphens'),
  ),
  text: v.strictObject(v.entriesFromList(languages, v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000)))),
})

const isHttp = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).username === ''

/** A centre's `chat`; `socketAddress` is the form of a server's address. */
export const chatSettings = <S extends v.GenericSchema<string, string>>(socketAddress: S) =>
  v.strictObject({
    servers: v.pipe(v.array(socketAddress), v.minLength(1, 'chats have a server'), v.maxLength(8)),
    domain: hostName,
    queues: hostName,
    /** Where files go, if the chat server keeps them elsewhere. */
    files: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.check(isHttp, 'files lie at an https:// address'))),
        v.maxLength(8),
      ),
      [],
    ),
    most: most(50, 3),
    mostInCall: most(20, 1),
    firstAnswerSeconds: most(3600, 60),
    nextAnswerSeconds: most(3600, 120),
    keepDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)), 30),
    replies: v.optional(v.pipe(v.array(QuickReply), v.maxLength(500)), []),
  })
