import { audioRoles } from '../../../domain/audio-devices.ts'
import { useWords } from '../../frame/words.tsx'
import { Panel } from '../panel/Panel.tsx'
import { DeviceChoice } from './DeviceChoice.tsx'
import { Levels } from './Levels.tsx'

/** Which device does what, and how loud it is; also in the middle of a call. */
export function SoundPanel({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  return (
    <Panel heading={say('sound.heading')} close={say('sound.close')} onClose={onClose}>
      <p className="quiet">{say('sound.hint')}</p>
      {audioRoles.map((role) => (
        <DeviceChoice key={role} role={role} />
      ))}
      <Levels />
    </Panel>
  )
}
