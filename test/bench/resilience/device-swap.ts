import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import type { AudioRole } from '../../../renderer/domain/audio-devices.ts'
import { openSoundPage } from '../../contract/sound/open-sound-page.ts'
import type { SoundPage } from '../../contract/sound/open-sound-page.ts'
import { speechLikeTone } from '../../contract/telephony/speech-like-tone.ts'
import { startSoundDevices } from '../../servers/sound-devices.ts'
import type { SoundDevices } from '../../servers/sound-devices.ts'
import { toneAt } from '../../servers/tone.ts'
import { startOrUndo } from '../../servers/undo.ts'
import type { UndoList } from '../../servers/undo.ts'
import { readWav } from '../../servers/wav.ts'
import { percentile, spread } from '../figure.ts'
import type { Figure } from '../figure.ts'

/** Of each kind. */
const swaps = 6
const goal = 1_000
/** Hertz: what the customer says, and what the headset's and the other microphone pick up. */
const tones = { customer: 880, headset: 523, room: 784 }
/** Milliseconds for which a device stays away: longer than the desk mistrusts one that flickers. */
const away = 4_500
const patience = 5_000

interface Desk {
  readonly page: SoundPage['page']
  readonly sound: SoundDevices
  readonly folder: string
}

/** From a change of device to the tone on the other one, chosen by the agent or taken away, in mid-call. */
export function deviceSwap(progress: (text: string) => void): Promise<readonly Figure[]> {
  return startOrUndo(async (undo) => {
    const desk = await openDesk(undo)
    const taken: Record<string, number[]> = {}
    const note = (kind: string, milliseconds: number): void => void (taken[kind] ??= []).push(milliseconds)
    for (let swap = 1; swap <= swaps; swap += 1) {
      await desk.sound.plug('usb', 'Usb')
      await desk.sound.plug('roommic', 'RoomMic', { picksUp: 'room' })
      note('speaker chosen', await heardOn(desk, 'usb', () => choose(desk, 'speaker', 'Usb')))
      note(
        'microphone chosen',
        await heardByCustomer(desk, tones.room, () => choose(desk, 'microphone', 'RoomMic')),
      )
      await delay(500)
      note('speaker pulled out', await heardOn(desk, 'headset', () => desk.sound.unplug('usb')))
      note(
        'microphone pulled out',
        await heardByCustomer(desk, tones.headset, () => desk.sound.unplug('roommic')),
      )
      await desk.page.evaluate(async () => {
        await window.desk.devices.choose('speaker', undefined)
        await window.desk.devices.choose('microphone', undefined)
      })
      await delay(away)
      progress(`device swaps ${swap} of ${swaps}`)
    }
    await undo.run()
    return Object.entries(taken).map(([kind, values]) => ({
      name: `${kind} → heard there, p95`,
      value: percentile(values, 0.95),
      unit: 'ms' as const,
      atMost: goal,
      detail: spread(values),
    }))
  })
}

/** A call in which the customer says a tone all the time, and both microphones hear another one each. */
async function openDesk(undo: UndoList): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-swap-'))
  undo.add(() => rmSync(folder, { recursive: true }))
  const sound = await startSoundDevices()
  undo.add(() => sound.stop())
  await sound.plug('room', 'Room')
  for (const [device, hertz] of [
    ['mouth', tones.headset],
    ['room', tones.room],
  ] as const) {
    const file = join(folder, `${device}.wav`)
    writeFileSync(file, speechLikeTone(hertz, 240))
    await sound.play(file, device)
  }
  const opened = await openSoundPage(sound.env)
  undo.add(() => opened.stop())
  const { page } = opened
  await page.evaluate(async (hertz) => {
    const { stream } = await window.farEnd.sendTone(hertz)
    window.desk.audio.playCustomer(stream)
    const microphone = await window.desk.audio.openMicrophone()
    if (!microphone.ok) throw new Error(microphone.problem.code)
    window.heardByCustomer = await window.farEnd.talkTo(microphone.value)
  }, tones.customer)
  const desk = { page, sound, folder }
  await heardByCustomer(desk, tones.headset, () => Promise.resolve())
  return desk
}

/** Chooses a device by the name that the agent sees, as soon as it is listed. */
async function choose({ page }: Desk, role: AudioRole, label: string): Promise<void> {
  await page.evaluate(
    ([wantedRole, wanted]) => {
      const device = window.desk.devices.devices().present[wantedRole].find((one) => one.label === wanted)
      if (!device) throw new Error(`${wanted} is not listed`)
      return window.desk.devices.choose(wantedRole, device.id)
    },
    [role, label] as const,
  )
}

const listed = ({ page }: Desk, role: AudioRole, label: string): Promise<unknown> =>
  page.waitForFunction(
    ([wantedRole, wanted]) =>
      window.desk.devices.devices().present[wantedRole].some((one) => one.label === wanted),
    [role, label] as const,
  )

/** Milliseconds from a change until a tenth of a second of the customer has been recorded on a device. */
async function heardOn(desk: Desk, device: string, change: () => Promise<unknown>): Promise<number> {
  if (device === 'usb') await listed(desk, 'speaker', 'Usb')
  const file = join(desk.folder, `heard-${Date.now()}.wav`)
  const recording = await desk.sound.record(device, file)
  const isHeard = (): boolean =>
    toneAt(readWav(readFileSync(file)), tones.customer).some(({ part }) => part > 0.5)
  await delay(300)
  if (isHeard()) throw new Error(`${device} plays the customer already`)
  const changedAt = Date.now()
  await change()
  while (!isHeard() && Date.now() < changedAt + patience) await delay(10)
  const taken = Date.now() - changedAt
  await recording.stop()
  return taken < patience ? taken : Infinity
}

/** Milliseconds from a change until the customer hears another microphone. */
async function heardByCustomer(desk: Desk, hertz: number, change: () => Promise<unknown>): Promise<number> {
  if (hertz === tones.room) await listed(desk, 'microphone', 'RoomMic')
  const since = Date.now()
  await change()
  const first = await desk.page.waitForFunction(
    ([tone, from]) => window.heardByCustomer.firstHeard(tone, from),
    [hertz, since] as const,
    { polling: 20, timeout: patience },
  )
  return ((await first.jsonValue()) ?? Infinity) - since
}
