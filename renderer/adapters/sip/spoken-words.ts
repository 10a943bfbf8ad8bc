import { Invitation } from 'sip.js'
import type { Info, Session } from 'sip.js'

import type { CallId } from '../../domain/ids.ts'
import type { HeardUtterance, Transcriber } from '../../ports/transcriber.ts'
import { createListeners } from '../link/listeners.ts'
import { readSpokenWords } from './read-spoken-words.ts'

/** An Info Package of Foyer's own, not registered with IANA: what was said in the call (docs/transcripts.md). */
const wordsPackage = 'foyer-words'
const wordsType = 'application/json'
const welcome = [`Recv-Info: ${wordsPackage}`]

/** More than anybody says in a day: what comes after it fills no memory. */
const mostUtterances = 10_000

/** In an INVITE of ours (RFC 6086 §5.2). */
export const wordsWelcome = { extraHeaders: welcome }

/** In our answer: only where they have asked what we take (RFC 6086 §5.2). */
export const wordsWelcomeFor = (invitation: Invitation): { extraHeaders?: string[] } =>
  asksWhatWeTake(invitation) ? { extraHeaders: [...welcome] } : {}

const asksWhatWeTake = ({ request }: Invitation): boolean => request.hasHeader('Recv-Info')

/** A call, as far as its words matter. */
export interface TalkingCall {
  readonly id: CallId
  readonly session: Session
  readonly isTalking: boolean
}

interface SpokenInCall {
  readonly call: CallId
  readonly utterance: HeardUtterance
}

export interface SpokenWords {
  readonly transcriber: Transcriber
  /** Answers an INFO within a call, and tells the words in it. */
  readonly take: (info: Info, call: TalkingCall) => void
}

/** What the telephone system writes down of the calls, by INFO within their dialogues (RFC 6086). */
export function createSpokenWords(now: () => number): SpokenWords {
  const spoken = createListeners<SpokenInCall>()
  const told = new WeakMap<TalkingCall, Set<string>>()

  /** Whether it is new: a server that has lost count may tell the same words twice. */
  function isNew(call: TalkingCall, { id }: HeardUtterance): boolean {
    const known = told.get(call) ?? new Set()
    told.set(call, known)
    return !known.has(id) && known.size < mostUtterances && known.add(id).size > 0
  }

  return {
    transcriber: {
      listen: (call, heard) => spoken.listen((one) => one.call === call && heard(one.utterance)),
    },
    take(info, call) {
      const refusal = refusalOf(info, call)
      if (refusal) {
        void info.reject(refusal)
        return
      }
      const isOurs = packageOf(info) !== undefined
      const utterance = isOurs ? readSpokenWords(info.request.body, now()) : undefined
      if (isOurs && !utterance) {
        void info.reject({ statusCode: 400 })
        return
      }
      void info.accept()
      if (utterance && call.isTalking && isNew(call, utterance)) spoken.tell({ call: call.id, utterance })
    },
  }
}

/** `undefined` for a legacy INFO, such as a key: it means nothing to a desk, and does no harm (RFC 6086 §2). */
function packageOf({ request }: Info): string | undefined {
  return request.getHeader('Info-Package')?.split(';', 1).join().trim().toLowerCase()
}

function refusalOf(info: Info, { session }: TalkingCall) {
  const named = packageOf(info)
  if (named === undefined) return undefined
  const isTaken = !(session instanceof Invitation) || asksWhatWeTake(session)
  // RFC 6086 §4.2.2: whoever was not told that we take it, or sends another one, is told what we do take.
  if (!isTaken || named !== wordsPackage)
    return { statusCode: 469, extraHeaders: isTaken ? [...welcome] : ['Recv-Info:'] }
  const type = info.request.getHeader('Content-Type')?.split(';', 1).join().trim().toLowerCase()
  return type === wordsType ? undefined : { statusCode: 415, extraHeaders: [`Accept: ${wordsType}`] }
}
