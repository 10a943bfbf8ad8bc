import { basename } from 'node:path'

import { startChild, type Child } from './process.ts'
import { runTool } from './run-tool.ts'

const READY_WITHIN_MS = 8000
const TOOLS = 'pulseaudio-utils'
/** Samples a second of every device and recording. */
const DEVICE_RATE = 48_000
/** Milliseconds between a program and the device; PulseAudio's own choice is up to two seconds. */
const LATENCY = '--latency-msec=20'

/** A device that plays, whose sound can be recorded; or one that picks up what the named other one plays. */
export type DeviceKind = { readonly plays: true } | { readonly picksUp: string }

export type Recording = {
  /** Ends the recording and completes its file. */
  stop(): Promise<void>
}

export type Playing = {
  /** Resolves when the file has been played or stopped. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

type Plugged = { readonly module: string; readonly source: string; readonly plays: boolean }

/** What can be done with the devices of a running PulseAudio, by their names. */
export class SoundServer {
  readonly #runDirectory: string
  readonly #env: Readonly<Record<string, string>>
  readonly #devices = new Map<string, Plugged>()
  readonly #clients = new Set<Child>()
  #started = 0

  /** @param env what its clients need to find it. */
  constructor(runDirectory: string, env: Readonly<Record<string, string>>) {
    this.#runDirectory = runDirectory
    this.#env = env
  }

  /** Runs a pactl command; returns what it prints. */
  control(...args: string[]): Promise<string> {
    return runTool({ program: 'pactl', debianPackage: TOOLS, args, env: this.#env })
  }

  async plug(device: string, label: string, kind: DeviceKind = { plays: true }): Promise<void> {
    if (!/^\w+$/.test(device + label))
      throw new Error(`Sound device "${device}" or its label "${label}" needs quoting`)
    const description = `device.description=${label}`
    const [args, source] =
      'picksUp' in kind
        ? [picksUpArgs(device, this.#find(kind.picksUp).source, description), device]
        : [playsArgs(device, description), `${device}.monitor`]
    const module = (await this.control('load-module', ...args)).trim()
    this.#devices.set(device, { module, source, plays: 'plays' in kind })
  }

  async setDefault(device: string): Promise<void> {
    await this.control(this.#find(device).plays ? 'set-default-sink' : 'set-default-source', device)
  }

  async unplug(device: string): Promise<void> {
    await this.control('unload-module', this.#find(device).module)
    this.#devices.delete(device)
  }

  async record(device: string, file: string): Promise<Recording> {
    const format = ['--file-format=wav', '--channels=1', `--rate=${String(DEVICE_RATE)}`]
    const args = [`--device=${this.#find(device).source}`, ...format, LATENCY, '--verbose', file]
    const recorder = await this.#client('parec', args)
    return { stop: () => recorder.stop() }
  }

  async play(file: string, device: string): Promise<Playing> {
    this.#find(device)
    const player = await this.#client('paplay', [`--device=${device}`, LATENCY, '--verbose', file])
    return { ended: player.ended.then(() => undefined), stop: () => player.stop() }
  }

  /** Ends every recording and playing. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.#clients].map((client) => client.stop()))
  }

  #find(device: string): Plugged {
    const plugged = this.#devices.get(device)
    if (plugged === undefined) throw new Error(`No sound device "${device}" is plugged in`)
    return plugged
  }

  async #client(program: string, args: readonly string[]): Promise<Child> {
    this.#started += 1
    const client = await startChild({
      program,
      debianPackage: TOOLS,
      args,
      runDirectory: this.#runDirectory,
      name: `${program}-${String(this.#started)}-${basename(args.at(-1) ?? '')}`,
      env: this.#env,
      isReady: (child) => child.log().includes('Stream successfully created'),
      readyWithinMs: READY_WITHIN_MS,
    })
    this.#clients.add(client)
    return client
  }
}

function playsArgs(device: string, description: string): string[] {
  // Without norewinds a null sink computes two seconds ahead, and sound comes that late.
  const timing = ['norewinds=1', `rate=${String(DEVICE_RATE)}`]
  return ['module-null-sink', `sink_name=${device}`, ...timing, `sink_properties=${description}`]
}

function picksUpArgs(device: string, master: string, description: string): string[] {
  return [
    'module-remap-source',
    `source_name=${device}`,
    `master=${master}`,
    `source_properties=${description}`,
  ]
}
