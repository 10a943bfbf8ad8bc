import type { HeardFrame } from '../../renderer/domain/speech-facts.ts'
import type { CallId } from '../../renderer/domain/ids.ts'
import type { SpeechWatch } from '../../renderer/ports/speech-watch.ts'
import type { HeardUtterance, Transcriber } from '../../renderer/ports/transcriber.ts'

/** What is heard of a call, as the test says. */
export function createCallWordsStandIn() {
  const readers = new Set<{ readonly call: CallId; readonly heard: (utterance: HeardUtterance) => void }>()
  const watchers = new Set<(frame: HeardFrame) => void>()
  const transcriber: Transcriber = {
    listen(call, heard) {
      const reader = { call, heard }
      readers.add(reader)
      return () => void readers.delete(reader)
    },
  }
  const speechWatch: SpeechWatch = {
    watch(listener) {
      watchers.add(listener)
      return () => void watchers.delete(listener)
    },
  }
  return {
    transcriber,
    speechWatch,
    /** Somebody has written down something that was said in the call. */
    write: (call: CallId, utterance: HeardUtterance): void =>
      [...readers].filter((one) => one.call === call).forEach(({ heard }) => heard(utterance)),
    /** So many milliseconds of sound, in looks of 100: `m` speaks, `c` speaks. */
    sound(milliseconds: number, who: string): void {
      for (let passed = 0; passed < milliseconds; passed += 100)
        for (const tell of [...watchers])
          tell({ lasted: 100, me: who.includes('m'), customer: who.includes('c') })
    },
    /** How many listen to words, and to sound. */
    listening: () => [readers.size, watchers.size],
  }
}
