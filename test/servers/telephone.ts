import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import {
  controlPort,
  soundPorts,
  TELEPHONE_PORTS,
  TELEPHONE_RATE,
  writeBaresipFiles,
} from './baresip-config.ts'
import type { Place } from './place.ts'
import { sentTo } from './call-recording.ts'
import { leasePorts } from './ports.ts'
import { startChild } from './process.ts'
import { makeRunDirectory } from './run-directory.ts'
import type { SipServers } from './sip-servers.ts'
import {
  linkTo,
  TelephoneFailed,
  type TelephoneEvent,
  type TelephoneLink,
  type Waiting,
} from './telephone-link.ts'
import { makeTone } from './tone.ts'
import { startOrUndo, type UndoList } from './undo.ts'
import { readWav } from './wav.ts'

const READY_WITHIN_MS = 8000
/** A telephone's call ends when the file that it speaks ends: longer than a test. */
const TONE_SECONDS = 60

export type TelephoneSetup = {
  /** For logs and messages only. */
  readonly name: string
  /** User part of its address: a number in E.164 form, or a user's name. */
  readonly user: string
  readonly displayName?: string
  /**
   * With it the telephone registers, every 3 seconds, as it must to be called. Without it it may call, as the public
   * network may.
   */
  readonly password?: string
  readonly servers: Pick<SipServers, 'udp' | 'domain' | 'place' | 'runDirectory'>
  /** A 16-bit mono WAV at 8000 Hz, or a tone. The telephone hangs up at the end of its file. */
  readonly speaks: string | { readonly hz: number }
  readonly answer: 'auto' | 'manual'
}

export type Telephone = {
  /** Everything that happened so far, oldest first. */
  readonly events: readonly TelephoneEvent[]
  /** Calls a user, queue or number of the servers' domain, or a whole sip: address; does not wait for an answer. */
  dial(to: string): Promise<void>
  /** Takes the call that is ringing. */
  answer(): Promise<void>
  hangUp(): Promise<void>
  hold(): Promise<void>
  resume(): Promise<void>
  /** Sends DTMF digits as RTP events (RFC 4733). */
  sendDigits(digits: string): Promise<void>
  /**
   * The next event of this type that no earlier wait returned; one that has already come counts.
   * @throws TelephoneFailed
   */
  waitFor(type: string, waiting?: Waiting): Promise<TelephoneEvent>
  /** The DTMF digits heard so far. */
  digitsHeard(): string
  /**
   * The WAV of what the telephone heard in its newest call, from the moment of its answer. Pauses in the sender's
   * packets (hold, DTMF) are left out. Its header is complete after CALL_CLOSED; `readWav` reads it before, too.
   * @throws TelephoneFailed when it had no call with sound.
   */
  recording(): string
  /**
   * Writes a WAV of all that was sent to the telephone in its newest call, also after a hold, with every pause as a
   * silence of its length, as far as it came to the servers; returns its path. The servers must record calls.
   * @throws TelephoneFailed when it had no call with sound.
   */
  heardThroughout(): Promise<string>
  /** Hangs up, signs off and ends. */
  stop(): Promise<void>
}

/**
 * Starts a telephone (baresip: SIP on UDP, plain RTP, G.711), registered when it has a password.
 * @throws ProgramMissing, ServerDidNotStart, TelephoneFailed; nothing is left behind then.
 */
export function startTelephone(setup: TelephoneSetup): Promise<Telephone> {
  return startOrUndo(async (undo) => {
    const ports = await leasePorts(TELEPHONE_PORTS)
    undo.add(() => ports.release())
    const runDirectory = await makeRunDirectory(`telephone-${setup.name}`, undo)
    const { udp: proxy, domain, place } = setup.servers
    const speaks = await fileToSpeak(setup.speaks, runDirectory)
    const { address: host } = place
    await writeBaresipFiles({ ...setup, runDirectory, speaks, proxy, domain, host, firstPort: ports.first })

    const port = controlPort(ports.first)
    const link = await startBaresip({ name: setup.name, runDirectory, place, port }, undo)
    if (setup.password !== undefined) await registered(link)
    const address = (to: string): string => (to.startsWith('sip:') ? to : `sip:${to}@${domain}`)
    const throughout = (): Buffer | undefined => sentTo(soundPorts(ports.first), setup.servers.runDirectory)
    return telephone({ link, address, runDirectory, throughout, stop: () => undo.run() })
  })
}

async function fileToSpeak(speaks: TelephoneSetup['speaks'], runDirectory: string): Promise<string> {
  if (typeof speaks === 'string') {
    const { rate, channels } = readWav(readFileSync(speaks))
    if (rate === TELEPHONE_RATE && channels === 1) return speaks
    throw new TelephoneFailed(
      `A telephone speaks mono WAVs at ${String(TELEPHONE_RATE)} Hz, which ${speaks} is not`,
    )
  }
  const file = join(runDirectory, 'speaks.wav')
  await writeFile(file, makeTone({ hz: speaks.hz, seconds: TONE_SECONDS, rate: TELEPHONE_RATE }))
  return file
}

type BaresipStart = {
  readonly name: string
  readonly runDirectory: string
  readonly place: Place
  /** Of its control connection. */
  readonly port: number
}

async function startBaresip(
  { name, runDirectory, place, port }: BaresipStart,
  undo: UndoList,
): Promise<TelephoneLink> {
  let link: TelephoneLink | undefined
  const child = await startChild({
    program: 'baresip',
    debianPackage: 'baresip-core',
    prefix: place.prefix,
    args: ['-f', runDirectory, '-v'],
    runDirectory,
    isReady: async () => (link = await linkTo(name, place.address, port)) !== undefined,
    readyWithinMs: READY_WITHIN_MS,
    stopWithinMs: 500,
  })
  undo.add(() => child.stop())
  if (link === undefined) throw new TelephoneFailed(`Telephone ${name} has no control connection`)
  undo.add(() => link?.close())
  return link
}

async function registered(link: TelephoneLink): Promise<void> {
  // It may have registered before the control connection was there to tell.
  if ((await link.command('reginfo')).includes('OK')) return
  await link.waitFor('REGISTER_OK', { withinMs: READY_WITHIN_MS })
}

type TelephoneParts = {
  readonly link: TelephoneLink
  readonly address: (to: string) => string
  readonly runDirectory: string
  readonly throughout: () => Buffer | undefined
  readonly stop: () => Promise<void>
}

function telephone({ link, address, runDirectory, throughout, stop }: TelephoneParts): Telephone {
  const tell = async (command: string, params?: string): Promise<void> => {
    await link.command(command, params)
  }
  return {
    events: link.events,
    dial: (to) => tell('dial', address(to)),
    answer: () => tell('accept'),
    hangUp: () => tell('hangup'),
    hold: () => tell('hold'),
    resume: () => tell('resume'),
    sendDigits: (digits) => tell('sndcode', digits),
    waitFor: (type, waiting) => link.waitFor(type, waiting),
    digitsHeard: () =>
      link.events.map((event) => (event.type === 'CALL_DTMF_START' ? (event.detail ?? '') : '')).join(''),
    recording: () => newestRecording(runDirectory),
    heardThroughout: async () => {
      const sound = throughout()
      if (sound === undefined)
        throw new TelephoneFailed('The servers have recorded no call of this telephone')
      const file = join(runDirectory, 'throughout.wav')
      await writeFile(file, sound)
      return file
    },
    stop,
  }
}

/** baresip names them dump-<year>-<month>-…-<second>-dec.wav, so the names sort by time. */
function newestRecording(runDirectory: string): string {
  const newest = readdirSync(runDirectory)
    .filter((name) => name.endsWith('-dec.wav'))
    .sort()
    .at(-1)
  if (newest === undefined)
    throw new TelephoneFailed(`No recording in ${runDirectory}: no call with sound yet`)
  return join(runDirectory, newest)
}
