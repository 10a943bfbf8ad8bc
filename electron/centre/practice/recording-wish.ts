/** What a desk asks of the recording of its call. */
export type RecordingWish = 'rest' | 'go-on' | 'not-understood'

const wishes: ReadonlyMap<string, RecordingWish> = new Map([
  ['off', 'rest'],
  ['on', 'go-on'],
])

/**
 * What the `Record` headers of an INFO say, in capitals or not, as Asterisk reads them; `undefined` without any. Two that
 * differ say nothing.
 */
export function recordingWish(headers: readonly string[]): RecordingWish | undefined {
  const [said, ...others] = new Set(headers.map((header) => header.trim().toLowerCase()))
  if (said === undefined) return undefined
  return others.length === 0 ? (wishes.get(said) ?? 'not-understood') : 'not-understood'
}
