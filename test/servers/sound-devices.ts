import { mkdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

import { startChild } from './process.ts'
import { makeRunDirectory } from './run-directory.ts'
import { SoundServer, type DeviceKind, type Playing, type Recording } from './sound-server.ts'
import { startOrUndo, type UndoList } from './undo.ts'

const READY_WITHIN_MS = 8000

export type SoundDevices = {
  /** For the programs that shall see these devices, and no others. */
  readonly env: Readonly<Record<string, string>>
  /** Records a device into a mono WAV at 48000 Hz: what it plays, or what it picks up. Runs when this resolves. */
  record(device: string, file: string): Promise<Recording>
  /** Plays a WAV, by default on the mouth: the agent speaks. */
  play(file: string, device?: string): Promise<Playing>
  /** Adds a device, by default one that plays; programs see its label (letters and digits only). */
  plug(device: string, label: string, kind?: DeviceKind): Promise<void>
  /**
   * Makes a device the default one of its kind. Programs that use the default follow it at once, also after the default
   * was unplugged: then to whichever device PulseAudio finds next.
   */
  setDefault(device: string): Promise<void>
  /** Takes a device away, as pulling the cable does; what picks up from it goes with it. */
  unplug(device: string): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a private PulseAudio with the devices of an agent: `headset` (Headset, the default output), `ringer` (Ringer),
 * `mouth` (Mouth: play on it to speak) and `mic` (HeadsetMic, the default input, which hears the mouth).
 * @throws ProgramMissing, ServerDidNotStart; nothing is left behind then.
 */
export function startSoundDevices(): Promise<SoundDevices> {
  return startOrUndo(async (undo) => {
    const runDirectory = await makeRunDirectory('sound', undo)
    const env = await startPulseAudio(runDirectory, undo)
    const server = new SoundServer(runDirectory, env)
    undo.add(() => server.stopAll())
    await server.plug('headset', 'Headset')
    await server.plug('ringer', 'Ringer')
    await server.plug('mouth', 'Mouth')
    await server.plug('mic', 'HeadsetMic', { picksUp: 'mouth' })
    await server.setDefault('headset')
    await server.setDefault('mic')
    return {
      env,
      record: (device, file) => server.record(device, file),
      play: (file, device = 'mouth') => server.play(file, device),
      plug: (device, label, kind) => server.plug(device, label, kind),
      setDefault: (device) => server.setDefault(device),
      unplug: (device) => server.unplug(device),
      stop: () => undo.run(),
    }
  })
}

async function startPulseAudio(
  runDirectory: string,
  undo: UndoList,
): Promise<Readonly<Record<string, string>>> {
  // A home of its own, so that it neither finds nor disturbs the sound server of whoever runs the tests.
  const home = join(runDirectory, 'home')
  await mkdir(home, { mode: 0o700 })
  const socket = join(runDirectory, 'pulse.socket')
  const child = await startChild({
    program: 'pulseaudio',
    debianPackage: 'pulseaudio',
    args: [
      // Only the modules that are asked for here.
      '-n',
      '--daemonize=no',
      '--use-pid-file=no',
      // Stay when the last client has left.
      '--exit-idle-time=-1',
      '--log-level=notice',
      '-L',
      `module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    ],
    runDirectory,
    env: {
      HOME: home,
      XDG_RUNTIME_DIR: home,
      PULSE_RUNTIME_PATH: home,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
    isReady: () => isOpen(socket),
    readyWithinMs: READY_WITHIN_MS,
  })
  undo.add(() => child.stop())
  // A client makes itself a cookie where it finds none: not in the home of whoever runs the tests.
  return { PULSE_SERVER: `unix:${socket}`, PULSE_COOKIE: join(home, 'cookie') }
}

function isOpen(socket: string): Promise<boolean> {
  return new Promise((settle) => {
    const link = connect(socket, () => {
      link.destroy()
      settle(true)
    }).once('error', () => {
      settle(false)
    })
  })
}
