import { afterEach, describe, expect, it, vi } from 'vitest'

import { createDeviceChoices } from '../../../renderer/adapters/media/device-choices.ts'
import { createDeviceWatch } from '../../../renderer/adapters/media/device-watch.ts'
import { sortDevices } from '../../../renderer/adapters/media/found-devices.ts'
import { createReturningDevices } from '../../../renderer/adapters/media/returning-devices.ts'
import type { AudioChoice } from '../../../renderer/domain/audio-devices.ts'
import type { AudioFact } from '../../../renderer/ports/audio-devices.ts'

const info = (kind: MediaDeviceKind, deviceId: string, label: string) => ({
  kind,
  deviceId,
  label,
  groupId: 'g',
})
const ownInput = info('audioinput', 'default', 'Default')
const ownOutput = info('audiooutput', 'default', 'Default')
const input = (id: string, label = id) => info('audioinput', id, label)
const output = (id: string, label = id) => info('audiooutput', id, label)
const device = (id: string, label = id) => ({ id, label })

function desk(chosen: AudioChoice = {}) {
  const facts: AudioFact[] = []
  const saved: AudioChoice[] = []
  const choices = createDeviceChoices({
    chosen,
    save: (choice) => saved.push(choice),
    tell: (fact) => facts.push(fact),
  })
  return {
    choices,
    facts,
    saved,
    plug: (...infos: ReturnType<typeof info>[]) => choices.found(sortDevices(infos)),
  }
}

describe('the sound devices of an agent', () => {
  it('are listed by name, without the system’s own choices that are listed twice', () => {
    const found = sortDevices([
      ownInput,
      info('audioinput', 'communications', 'Communications - Headset'),
      input('mic', 'Headset'),
      ownOutput,
      output('ear', 'Headset'),
      info('videoinput', 'camera', 'Camera'),
    ])
    expect(found).toEqual({
      present: {
        microphone: [device('mic', 'Headset')],
        speaker: [device('ear', 'Headset')],
        ringer: [device('ear', 'Headset')],
      },
      known: { microphone: true, speaker: true, ringer: true },
      some: { microphone: true, speaker: true, ringer: true },
      systemMicrophone: 'g Default',
    })
  })

  it('are not called missing before the microphone was allowed, when nobody may know them', () => {
    const { choices, facts, plug } = desk({ speaker: device('ear') })
    plug(info('audioinput', '', ''), info('audiooutput', '', ''))
    expect({ facts, missing: choices.devices().missing, used: choices.inUse('speaker') }).toEqual({
      facts: [],
      missing: [],
      used: device('ear'),
    })
  })

  it('are told of once when the chosen one goes, and once when it comes back, under another id too', () => {
    const { choices, facts, plug } = desk()
    plug(ownInput, input('mic', 'Headset'), input('desk'))
    choices.choose('microphone', 'mic')
    plug(ownInput, input('desk'))
    plug(ownInput, input('desk'))
    const away = { used: choices.inUse('microphone'), missing: choices.devices().missing }
    plug(ownInput, input('desk'), input('mic-2', 'Headset'))
    expect({ away, back: choices.inUse('microphone'), missing: choices.devices().missing }).toEqual({
      away: { used: undefined, missing: ['microphone'] },
      back: device('mic-2', 'Headset'),
      missing: [],
    })
    expect(facts.filter(({ role }) => role === 'microphone')).toEqual([
      { kind: 'device-lost', role: 'microphone', device: device('mic', 'Headset') },
      { kind: 'device-back', role: 'microphone', device: device('mic', 'Headset') },
    ])
  })

  it('are missed no more when the agent wants another one', () => {
    const { choices, facts, plug } = desk({ microphone: device('mic') })
    plug(ownInput, input('desk'))
    choices.choose('microphone', 'desk')
    expect(facts.filter(({ role }) => role === 'microphone').map(({ kind }) => kind)).toEqual([
      'device-lost',
      'device-back',
    ])
  })

  it('ring in the speaker while the ring device is away', () => {
    const { choices, plug } = desk({ ringer: device('bell'), speaker: device('ear') })
    plug(ownOutput, output('ear'), output('bell'))
    const before = choices.inUse('ringer')
    plug(ownOutput, output('ear'))
    expect([before, choices.inUse('ringer')]).toEqual([device('bell'), device('ear')])
  })

  it('are told of when none is left at all, and when one is there again', () => {
    const { facts, plug } = desk()
    plug(ownOutput, output('ear'), input('mic'))
    plug(ownOutput, output('ear'))
    plug(ownOutput, output('ear'), input('desk'))
    expect(facts).toEqual([
      { kind: 'devices-gone', role: 'microphone' },
      { kind: 'devices-there', role: 'microphone' },
    ])
  })

  it('are kept when the agent chooses, and not when what is chosen has just gone', () => {
    const { choices, saved, plug } = desk()
    plug(output('ear'), input('mic'))
    choices.choose('speaker', 'ear')
    choices.choose('speaker', 'ear')
    choices.choose('microphone', 'another')
    choices.choose('speaker', undefined)
    expect(saved).toEqual([{ speaker: device('ear') }, {}])
  })

  it('tell their listeners of every look, and whether anything has changed', () => {
    const { choices, plug } = desk()
    const listener = vi.fn()
    const undo = choices.onUpdate(listener)
    plug(output('ear'), input('mic'))
    plug(output('ear'), input('mic'))
    undo()
    plug(output('ear'))
    expect(listener.mock.calls).toEqual([[true], [false]])
  })

  it('wait a little with a loudspeaker that was pulled out and put back at once', () => {
    let time = 0
    const settle = createReturningDevices(() => time)
    const speakers = (...infos: ReturnType<typeof info>[]) =>
      settle(sortDevices(infos)).present.ringer.map(({ id }) => id)
    const seen = [speakers(output('ear'), output('usb')), speakers(output('ear'))]
    time = 5_000
    seen.push(speakers(output('ear'), output('usb')))
    time = 5_600
    seen.push(speakers(output('ear'), output('usb')))
    expect(seen).toEqual([['ear', 'usb'], ['ear'], ['ear'], ['ear', 'usb']])
  })
})

describe('the look at the devices', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is taken often while somebody speaks, seldom otherwise, at once when told, and no more at the end', async () => {
    vi.useFakeTimers()
    const enumerateDevices = vi.fn(() => Promise.resolve([]))
    const mediaDevices = Object.assign(new EventTarget(), { enumerateDevices })
    vi.stubGlobal('navigator', { mediaDevices })
    const watch = createDeviceWatch(() => undefined)
    const looks = async (milliseconds: number): Promise<number> => {
      enumerateDevices.mockClear()
      await vi.advanceTimersByTimeAsync(milliseconds)
      return enumerateDevices.mock.calls.length
    }
    await watch.look()
    const idle = await looks(6_100)
    const stopUse = watch.use()
    const used = await looks(2_100)
    stopUse()
    stopUse()
    await looks(400)
    const after = await looks(6_100)
    mediaDevices.dispatchEvent(new Event('devicechange'))
    const told = enumerateDevices.mock.calls.length - after
    watch.stop()
    mediaDevices.dispatchEvent(new Event('devicechange'))
    expect({ idle, used, after, told, stopped: await looks(6_100) }).toEqual({
      ...{ idle: 2, used: 5, after: 2, told: 1, stopped: 0 },
    })
  })

  it('is not mistaken by an answer that comes late, nor by a page that is being left', async () => {
    const answers: ((infos: object[]) => void)[] = []
    const enumerateDevices = vi
      .fn<() => Promise<object[]>>(() => new Promise((resolve) => answers.push(resolve)))
      .mockRejectedValueOnce(new DOMException('left', 'InvalidStateError'))
    vi.stubGlobal('navigator', { mediaDevices: Object.assign(new EventTarget(), { enumerateDevices }) })
    const seen: number[] = []
    const watch = createDeviceWatch(({ present }) => seen.push(present.speaker.length))
    const looks = [watch.look(), watch.look(), watch.look()]
    answers[1]?.([output('ear'), output('usb')])
    await looks[2]
    answers[0]?.([output('ear')])
    await Promise.all(looks)
    watch.stop()
    expect(seen).toEqual([2])
  })
})
