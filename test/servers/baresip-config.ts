import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { findModules } from './programs.ts'

/** Ports of one telephone from its first one: SIP, SIP over TLS (always the next one), control, and media. */
const CONTROL_OFFSET = 2
const MEDIA_OFFSET = 4
const MEDIA_PORTS = 16
export const TELEPHONE_PORTS = MEDIA_OFFSET + MEDIA_PORTS

/** Samples a second; G.711's, and the rate that the WAV to speak must have. */
export const TELEPHONE_RATE = 8000

export type BaresipSetup = {
  readonly runDirectory: string
  /** The address that it uses. */
  readonly host: string
  readonly firstPort: number
  /** 16-bit mono WAV at 8000 Hz. */
  readonly speaks: string
  /** The part of the From address before the `@`. */
  readonly user: string
  readonly domain: string
  readonly displayName?: string
  /** Registers, and proves who it is, when given. */
  readonly password?: string
  /** Where it sends its requests, e.g. sip:127.0.0.1:5060. */
  readonly proxy: string
  readonly answer: 'auto' | 'manual'
}

/** Where its sound comes from and goes to. */
export function soundPorts(firstPort: number): { readonly first: number; readonly count: number } {
  return { first: firstPort + MEDIA_OFFSET, count: MEDIA_PORTS }
}

export function controlPort(firstPort: number): number {
  return firstPort + CONTROL_OFFSET
}

function configFile(setup: BaresipSetup): string {
  const { host, firstPort, runDirectory } = setup
  const media = firstPort + MEDIA_OFFSET
  return [
    `net_interface ${host}`,
    `sip_listen ${host}:${String(firstPort)}`,
    'sip_trans_def udp',
    'call_local_timeout 120',
    'call_max_calls 8',
    `module_path ${findModules('baresip/modules', 'sndfile.so', 'baresip-core')}`,
    'module g711.so',
    // Speaks a file.
    'module aufile.so',
    `audio_source aufile,${setup.speaks}`,
    // Writes what it hears into a file: it sits in front of the loudspeaker and needs none.
    'module sndfile.so',
    `snd_path ${runDirectory}`,
    'audio_player none',
    'audio_alert none',
    'module_tmp account.so',
    'module_app menu.so',
    'module_app ctrl_tcp.so',
    `ctrl_tcp_listen ${host}:${String(controlPort(firstPort))}`,
    `ausrc_srate ${String(TELEPHONE_RATE)}`,
    `auplay_srate ${String(TELEPHONE_RATE)}`,
    'ausrc_channels 1',
    'auplay_channels 1',
    `rtp_ports ${String(media)}-${String(media + MEDIA_PORTS - 1)}`,
    'rtcp_mux no',
    '',
  ].join('\n')
}

/** RFC 3261 section 25.1, quoted-string. */
function quoted(name: string): string {
  return `"${name.replaceAll(/["\\]/g, '\\$&')}"`
}

function accountsFile(setup: BaresipSetup): string {
  const name = setup.displayName === undefined ? '' : `${quoted(setup.displayName)} `
  const registration =
    setup.password === undefined
      ? ['regint=0']
      : // Seconds. Short, so that a restarted server soon knows the telephone again.
        ['regint=3', `auth_user=${setup.user}`, `auth_pass=${setup.password}`]
  const parameters = [
    `outbound="${setup.proxy}"`,
    ...registration,
    `answermode=${setup.answer}`,
    'audio_codecs=pcmu,pcma',
    'dtmfmode=rtpevent',
    'mediaenc=none',
  ]
  return `${name}<sip:${setup.user}@${setup.domain}>;${parameters.join(';')}\n`
}

/**
 * Writes the files that baresip reads from its `-f` directory.
 * @throws ProgramMissing when baresip's modules are not installed.
 */
export async function writeBaresipFiles(setup: BaresipSetup): Promise<void> {
  await mkdir(setup.runDirectory, { recursive: true })
  await writeFile(join(setup.runDirectory, 'config'), configFile(setup))
  await writeFile(join(setup.runDirectory, 'accounts'), accountsFile(setup))
  // Else it asks where they are and creates samples.
  await writeFile(join(setup.runDirectory, 'contacts'), '')
}
