import type { AudioDeviceControl } from '../../ports/audio-devices.ts'
import type { CheckWanted } from '../../ports/line-check.ts'
import { found, given, microphoneFinding, pause } from './found.ts'
import type { Found } from './found.ts'
import type { LineCheckNeeds } from './line-check-needs.ts'

/** Milliseconds in which the agent says a few words. */
const listening = 5_000
/** Of the level's scale: below −57 dB nothing is picked up, as with a headset whose own switch is off. */
const silent = 0.05
/** −36 dB of full scale: speech into a headset is some 10 dB above, a room's noise some 10 dB below. */
const spoken = 0.4
/** Tenths of a second with speech, so that a knock on the table does not pass. */
const enough = 3

/** Whether the microphone picks up somebody who speaks. */
export async function checkMicrophone(
  { audio, devices }: LineCheckNeeds,
  _wanted: CheckWanted,
  stop: AbortSignal,
): Promise<Found> {
  const opened = await audio.openMicrophone()
  if (!opened.ok) return found(microphoneFinding(opened.problem))
  const { level, isSpeech } = await loudest(devices, stop)
  opened.value.close()
  if (isSpeech) return found('good', { level })
  return found(level < silent ? 'microphone-silent' : 'microphone-too-quiet', { level })
}

/** Listens until somebody has spoken, or for as long as it takes to be sure that nobody does. */
async function loudest(devices: Pick<AudioDeviceControl, 'watchLevels'>, stop: AbortSignal) {
  const heard = new AbortController()
  let [level, times] = [0, 0]
  const undo = devices.watchLevels(({ microphone }) => {
    level = Math.max(level, microphone)
    if (microphone >= spoken) times += 1
    if (times >= enough) heard.abort()
  })
  await Promise.race([pause(listening, stop), given(heard.signal)])
  undo()
  return { level, isSpeech: times >= enough }
}
