import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { leasePorts } from './ports.ts'
import type { Child } from './process.ts'
import { openRtpEndpoint, type RtpEndpoint } from './rtp-endpoint.ts'
import { makeRunDirectory } from './run-directory.ts'
import type { SipServers } from './sip-servers.ts'
import { registerBySipp } from './sipp-register.ts'
import { sippScript, type Script } from './sipp-script.ts'
import { startSipp } from './sipp.ts'
import { startOrUndo } from './undo.ts'

/** SIP, and sound. */
const PORTS = 2
const FOLLOW_MS = 10

export type ScriptedTelephoneSetup = {
  /** For logs only. */
  readonly name: string
  readonly user: string
  readonly displayName?: string
  /** With it the telephone registers once, for ten minutes, as it must to be called. */
  readonly password?: string
  readonly servers: Pick<SipServers, 'udp' | 'domain' | 'place'>
  /** Its tone, in hertz. */
  readonly speaks: number
  readonly script: Script
}

export type ScriptedTelephone = {
  /**
   * Resolves when its one call is over and went as the script says.
   * @throws ScriptNotKept otherwise; the message holds what sipp found.
   */
  done(): Promise<void>
  /** No packets at all until `speak()`, as telephones do in a pause (silence suppression). */
  fallSilent(): void
  speak(): void
  /** Writes what it heard since its start into a WAV file: also after a hold, with pauses as silence; returns its path. */
  recording(): Promise<string>
  digitsHeard(): string
  stop(): Promise<void>
}

/** A call did not go as the script of a telephone says. */
export class ScriptNotKept extends Error {
  override readonly name = 'ScriptNotKept'
}

/**
 * Starts a telephone that makes or takes one call by a script (sipp: SIP on UDP), with sound of its own (G.711). A
 * telephone that calls does so at once.
 * @throws ProgramMissing, ServerDidNotStart; nothing is left behind then.
 */
export function startScriptedTelephone(setup: ScriptedTelephoneSetup): Promise<ScriptedTelephone> {
  return startOrUndo(async (undo) => {
    const { name, servers, script } = setup
    const { place } = servers
    const ports = await leasePorts(PORTS, 'udp')
    undo.add(() => ports.release())
    const runDirectory = await makeRunDirectory(`scripted-${name}`, undo)
    const sound = { address: place.testAddress, port: ports.first + 1 }
    const rtp = await openRtpEndpoint({ at: sound, serverAddress: place.address, speaks: setup.speaks })
    undo.add(() => rtp.close())
    const sip = { place, runDirectory, port: ports.first, proxy: servers.udp.replace('sip:', '') }
    if (setup.password !== undefined) {
      await registerBySipp({ ...sip, user: setup.user, password: setup.password, domain: servers.domain })
    }
    const scenario = sippScript(script, { ...setup, domain: servers.domain, sound })
    const once = ['-m', '1', '-timeout', '120s', '-aa', '-trace_logs', '-log_file', 'sound.log', sip.proxy]
    const child = await startSipp({ ...sip, name, scenario, args: once })
    undo.add(() => child.stop())
    const following = followDescriptions(join(runDirectory, 'sound.log'), rtp)
    undo.add(() => clearInterval(following))
    return {
      done: () => asWritten(child, join(runDirectory, `${name}.errors`)),
      fallSilent: () => rtp.fallSilent(),
      speak: () => rtp.speak(),
      recording: async () => {
        const file = join(runDirectory, 'heard.wav')
        await writeFile(file, rtp.heard())
        return file
      },
      digitsHeard: () => rtp.digitsHeard(),
      stop: () => undo.run(),
    }
  })
}

/** Sends the sound to where the newest description wants it, as sipp notes it. */
function followDescriptions(log: string, rtp: RtpEndpoint): NodeJS.Timeout {
  return setInterval(() => {
    const port = [...readOrEmpty(log).matchAll(/sound to (\d+)/g)].at(-1)?.[1]
    if (port !== undefined) rtp.sendTo(Number(port))
  }, FOLLOW_MS)
}

async function asWritten(child: Child, errors: string): Promise<void> {
  const how = await child.ended
  if (how === 'ended with code 0') return
  throw new ScriptNotKept(
    `A telephone's call did not go as its script says (sipp ${how}):\n${readOrEmpty(errors)}`,
  )
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
