/**
 * Milliseconds for which speech counts as going on after its last sound: the pauses within and between words are no
 * silence (ITU-T P.56, method B, hangover time: 200 ms).
 */
export const hangOver = 200

/** One voice: whether it speaks now, pauses for breath left out. Times in milliseconds, of any clock that only goes on. */
export function createVoice() {
  let heardAt = -Infinity
  return {
    speaks(isLoud: boolean, now: number): boolean {
      if (isLoud) heardAt = now
      return now - heardAt <= hangOver
    },
  }
}
