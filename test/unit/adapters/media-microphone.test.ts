import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { LiveMicrophone, openSource } from '../../../renderer/adapters/media/live-microphone.ts'
import type { AudioDevice } from '../../../renderer/domain/audio-devices.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import type { Problem } from '../../../renderer/domain/problem.ts'
import { failed, ok } from '../../../renderer/domain/result.ts'
import type { Result } from '../../../renderer/domain/result.ts'

class Track extends EventTarget {
  readonly device: string
  enabled = true
  readyState = 'live'
  constructor(device: string) {
    super()
    this.device = device
  }
  stop(): void {
    this.readyState = 'ended'
  }
  /** The device is pulled out. */
  end(): void {
    if (this.readyState === 'ended') return
    this.readyState = 'ended'
    this.dispatchEvent(new Event('ended'))
  }
}

type Opened = Result<MediaStreamTrack, Problem>

/** A computer whose microphones the test plugs and unplugs; the first is the system's own. */
function createComputer(plugged: readonly string[]) {
  const tracks: Track[] = []
  const listeners = new Set<(changed: boolean) => void>()
  const computer = {
    plugged: [...plugged],
    listed: [...plugged],
    chosen: undefined as string | undefined,
    tracks,
    /** What opening waits for. */
    gate: Promise.resolve() as Promise<unknown>,
    async open(device: AudioDevice | undefined): Promise<Opened> {
      await computer.gate
      const name = device ? computer.plugged.find((one) => one === device.id) : computer.plugged[0]
      if (name === undefined) return failed(problem('microphone-missing'))
      const track = new Track(name)
      tracks.push(track)
      return ok(track as unknown as MediaStreamTrack)
    },
    async look(): Promise<void> {
      computer.listed = [...computer.plugged]
      for (const listener of [...listeners]) listener(true)
      await settled()
    },
    /** It is gone at once; the list knows it at the next look. */
    async unplug(name: string): Promise<void> {
      computer.plugged = computer.plugged.filter((one) => one !== name)
      tracks.filter(({ device }) => device === name).forEach((track) => track.end())
      await settled()
    },
    live: () => tracks.filter(({ readyState }) => readyState === 'live').map(({ device }) => device),
    choices: {
      inUse(): AudioDevice | undefined {
        const id = computer.listed.find((one) => one === computer.chosen)
        return id === undefined ? undefined : { id, label: id }
      },
      hasSome: () => computer.listed.length > 0,
      systemMicrophone: () => '',
      onUpdate(listener: (changed: boolean) => void) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
  }
  return computer
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

async function speakOn(computer: ReturnType<typeof createComputer>) {
  const needs = {
    choices: computer.choices,
    open: (device?: AudioDevice) => computer.open(device),
    onClosed: () => undefined,
  }
  const opened = await openSource(needs)
  if (!opened.ok) throw new Error(opened.problem.code)
  const microphone = new LiveMicrophone(opened.value, needs)
  const sent: Track[] = [microphone.track as unknown as Track]
  microphone.onReplaced((track) => sent.push(track as unknown as Track))
  return { microphone, sent, devices: () => sent.map(({ device }) => device) }
}

describe('an open microphone', () => {
  it('becomes another one in mid-call when the agent chooses it, and the old one is let go', async () => {
    const computer = createComputer(['laptop', 'headset'])
    const { devices } = await speakOn(computer)
    computer.chosen = 'headset'
    await computer.look()
    expect({ sent: devices(), live: computer.live() }).toEqual({
      sent: ['laptop', 'headset'],
      live: ['headset'],
    })
  })

  it('stays muted on the device that takes over', async () => {
    const computer = createComputer(['laptop', 'headset'])
    const { microphone, sent } = await speakOn(computer)
    microphone.track.enabled = false
    computer.chosen = 'headset'
    await computer.look()
    expect(sent.at(-1)).toMatchObject({ device: 'headset', enabled: false })
  })

  it('falls back when its device is pulled out, before the list knows, and returns when it is back', async () => {
    const computer = createComputer(['laptop', 'headset'])
    computer.chosen = 'headset'
    const { devices } = await speakOn(computer)
    await computer.unplug('headset')
    const away = computer.live()
    // It is back before anybody has looked at the list.
    computer.plugged.push('headset')
    await computer.look()
    expect({ away, sent: devices(), live: computer.live() }).toEqual({
      away: ['laptop'],
      sent: ['headset', 'laptop', 'headset'],
      live: ['headset'],
    })
  })

  it('takes the first device that is plugged in after the last one has gone', async () => {
    const computer = createComputer(['headset'])
    const { devices } = await speakOn(computer)
    await computer.unplug('headset')
    await computer.look()
    const silence = computer.live()
    computer.plugged.push('laptop')
    await computer.look()
    expect({ silence, sent: devices(), live: computer.live() }).toEqual({
      silence: [],
      sent: ['headset', 'laptop'],
      live: ['laptop'],
    })
  })

  it('keeps the device that works while the chosen one cannot be opened', async () => {
    const computer = createComputer(['laptop'])
    const { devices } = await speakOn(computer)
    computer.chosen = 'headset'
    computer.listed.push('headset')
    computer.plugged = ['laptop']
    for (const listener of [1, 2, 3]) {
      computer.choices.inUse = () => ({ id: 'headset', label: `look ${listener}` })
      await computer.look()
    }
    expect({ sent: devices(), live: computer.live() }).toEqual({ sent: ['laptop'], live: ['laptop'] })
  })

  it('leaves nothing open that arrives after it was closed', async () => {
    const computer = createComputer(['laptop', 'headset'])
    const { microphone, devices } = await speakOn(computer)
    let letGo: () => void = () => undefined
    computer.gate = new Promise<void>((resolve) => (letGo = resolve))
    computer.chosen = 'headset'
    await computer.look()
    microphone.close()
    microphone.close()
    letGo()
    await settled()
    expect({ sent: devices(), live: computer.live() }).toEqual({ sent: ['laptop'], live: [] })
  })

  it('has one live track while any device is there, whatever is plugged, unplugged and chosen', async () => {
    const names = fc.constantFrom('laptop', 'headset', 'desk')
    const event = fc.record({ what: fc.constantFrom('plug', 'unplug', 'choose', 'look'), name: names })
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        const computer = createComputer(['laptop'])
        const { microphone, sent } = await speakOn(computer)
        for (const { what, name } of events) {
          if (what === 'plug' && !computer.plugged.includes(name)) computer.plugged.push(name)
          if (what === 'unplug') await computer.unplug(name)
          if (what === 'choose') computer.chosen = name
          if (what === 'look') await computer.look()
        }
        await computer.look()
        await computer.look()
        const live = computer.live()
        expect(live).toHaveLength(computer.plugged.length > 0 ? 1 : 0)
        if (live.length > 0) expect(sent.at(-1)).toMatchObject({ readyState: 'live' })
        microphone.close()
        expect(computer.live()).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
