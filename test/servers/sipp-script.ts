import {
  description,
  expect,
  LOCAL_TAG,
  NO_BODY,
  PROVISIONAL,
  READ_DESCRIPTION,
  reply,
  request,
  wholeScenario,
  type DialogEnds,
  type SoundAddress,
} from './sipp-messages.ts'
import { readAnswer, StepWriter, type Step } from './sipp-steps.ts'

/** One call of a scripted telephone. */
export type Script =
  | {
      readonly kind: 'calls'
      /** A user, queue or number of the servers' domain. */
      readonly to: string
      /** Whole lines, e.g. "X-Case: 17". */
      readonly headers?: readonly string[]
      /** Hangs up before anybody answers. */
      readonly cancelAfterMs?: number
      /** The final answer that it counts on when it is not 200, e.g. 486. */
      readonly refusedWith?: number
      readonly steps?: readonly Step[]
    }
  | {
      readonly kind: 'answers'
      /** Default 0. */
      readonly ringMs?: number
      /** Speaks before it answers (183 with a description) instead of ringing (180). */
      readonly earlyMedia?: boolean
      readonly steps?: readonly Step[]
    }
  /** E.g. "486 Busy Here". */
  | { readonly kind: 'refuses'; readonly status: string; readonly ringMs?: number }
  /** Rings until the caller gives up. */
  | { readonly kind: 'never-answers' }

export type ScriptSetup = {
  readonly user: string
  readonly displayName?: string
  readonly domain: string
  readonly sound: SoundAddress
}

const UNTIL_HUNG_UP: readonly Step[] = [{ kind: 'wait-for-hang-up' }]

/** The scenario of a script. */
export function sippScript(script: Script, setup: ScriptSetup): string {
  if (script.kind === 'calls') return wholeScenario(calls(script, setup))
  return wholeScenario([...isCalled(), ...answers(script, setup)])
}

function calls(script: Extract<Script, { kind: 'calls' }>, setup: ScriptSetup): string[] {
  const { user, displayName, domain, sound } = setup
  const name = displayName === undefined ? '' : `"${displayName.replaceAll(/["\\]/g, '\\$&')}" `
  const target = `sip:${script.to}@${domain}`
  const first = { from: `${name}<sip:${user}@${domain}>${LOCAL_TAG}`, to: `<${target}>` }
  const ends: DialogEnds = { ...first, to: `<${target}>[peer_tag_param]` }
  const invite = request({ method: 'INVITE', number: 1, target }, first, [
    ...(script.headers ?? []),
    ...description(sound, 'sendrecv', 1),
  ])
  const acknowledge = request({ method: 'ACK', number: 1 }, ends, NO_BODY)
  const toServer = (method: string, since: number): string =>
    request({ method, number: 1, target, since }, method === 'ACK' ? ends : first, NO_BODY)
  if (script.cancelAfterMs !== undefined) {
    return [
      invite,
      expect({ response: 100 }, 'optional="true"'),
      expect({ response: 180 }),
      `<pause milliseconds="${String(script.cancelAfterMs)}"/>`,
      toServer('CANCEL', 4),
      expect({ response: 200 }),
      expect({ response: 487 }),
      toServer('ACK', 7),
    ]
  }
  if (script.refusedWith !== undefined) {
    return [invite, PROVISIONAL, expect({ response: script.refusedWith }), toServer('ACK', 5)]
  }
  return [
    invite,
    PROVISIONAL,
    readAnswer('rrs="true"'),
    acknowledge,
    ...new StepWriter(ends, sound, 1).write(script.steps ?? UNTIL_HUNG_UP),
  ]
}

/** Takes the INVITE, and notes the two ends of the dialog as requests of this side will name them. */
function isCalled(): string[] {
  const ends = [
    '<ereg regexp=".+" search_in="hdr" header="To:" assign_to="local"/>',
    '<ereg regexp=".+" search_in="hdr" header="From:" assign_to="peer"/>',
    '<ereg regexp="[0-9]+" search_in="hdr" header="CSeq:" assign_to="invite"/>',
  ]
  return [
    `<recv request="INVITE" rrs="true"><action>${READ_DESCRIPTION}${ends.join('')}</action></recv>`,
    reply('100 Trying', NO_BODY),
    '<Reference variables="line,whole,port,offered,local,peer,invite"/>',
  ]
}

function answers(script: Exclude<Script, { kind: 'calls' }>, { sound }: ScriptSetup): string[] {
  const rings = reply('180 Ringing', NO_BODY, LOCAL_TAG)
  const ring = (ms = 0): string => `<pause milliseconds="${String(ms)}"/>`
  if (script.kind === 'never-answers') {
    return [
      rings,
      expect({ request: 'CANCEL' }),
      reply('200 OK', NO_BODY, LOCAL_TAG),
      // The INVITE's own answer names the INVITE again.
      reply('487 Request Terminated', NO_BODY, LOCAL_TAG).replace('[last_CSeq:]', 'CSeq: [$invite] INVITE'),
      expect({ request: 'ACK' }),
    ]
  }
  if (script.kind === 'refuses') {
    return [rings, ring(script.ringMs), reply(script.status, NO_BODY, LOCAL_TAG), expect({ request: 'ACK' })]
  }
  const speaks = description(sound, 'sendrecv', 1)
  const progress = script.earlyMedia === true ? reply('183 Session Progress', speaks, LOCAL_TAG) : rings
  const ends: DialogEnds = { from: `[$local]${LOCAL_TAG}`, to: '[$peer]' }
  return [
    progress,
    ring(script.ringMs),
    reply('200 OK', speaks, LOCAL_TAG),
    expect({ request: 'ACK' }),
    ...new StepWriter(ends, sound, 0).write(script.steps ?? UNTIL_HUNG_UP),
  ]
}
