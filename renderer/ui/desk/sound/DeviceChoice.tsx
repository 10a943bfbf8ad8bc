import { Bell, ChevronDown, Headphones, Mic, Play, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { useStore } from 'zustand'

import { deviceFor } from '../../../domain/audio-devices.ts'
import type { AudioRole } from '../../../domain/audio-devices.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

const icons = { microphone: Mic, speaker: Headphones, ringer: Bell } as const satisfies Record<
  AudioRole,
  unknown
>

/** The key of following the system; device ids of browsers are hexadecimal, or words without a colon. */
const system = ':system'

/** One role and the devices that can fill it. */
export function DeviceChoice({ role }: { role: AudioRole }) {
  const { say } = useWords()
  const { stores, devices } = useDesk()
  const { present, chosen } = useStore(stores.audio, (state) => state.devices)
  const used = deviceFor(present[role], chosen[role])
  const Icon = icons[role]
  const choices = [
    { id: system, name: say('sound.system') },
    ...present[role].map(({ id, label }, index) => ({
      id,
      name: label === '' ? say('sound.unnamed', { number: index + 1 }) : label,
    })),
  ]
  return (
    <div className="device">
      <Select
        className="field"
        value={used?.id ?? system}
        onChange={(key) => void devices.choose(role, key === system ? undefined : String(key))}
      >
        <Label>
          <Icon aria-hidden /> {say(`sound.role.${role}`)}
        </Label>
        <Button className="button select">
          <SelectValue />
          <ChevronDown aria-hidden />
        </Button>
        <Popover className="popover">
          <ListBox className="menu" items={choices}>
            {({ id, name }) => (
              <ListBoxItem id={id} className="menu-item" textValue={name}>
                {name}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </Select>
      {role !== 'microphone' && <TryButton role={role} />}
      <Missing role={role} />
    </div>
  )
}

/** The device that was chosen has gone. */
function Missing({ role }: { role: AudioRole }) {
  const { say } = useWords()
  const { missing, chosen } = useStore(useDesk().stores.audio, (state) => state.devices)
  return (
    <div role="status" className="device-missing">
      {missing.includes(role) && (
        <p>
          <TriangleAlert aria-hidden />
          {say('sound.missing', { name: chosen[role]?.label ?? say(`sound.role.${role}`) })}
        </p>
      )}
    </div>
  )
}

function TryButton({ role }: { role: Exclude<AudioRole, 'microphone'> }) {
  const { say } = useWords()
  const { devices } = useDesk()
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  return (
    <CommandButton
      className="button"
      aria-label={say(`sound.try.${role}`)}
      onPress={() => {
        stop.current?.()
        stop.current = devices.tryOut(role)
      }}
    >
      <Play aria-hidden />
      {say('sound.try')}
    </CommandButton>
  )
}
