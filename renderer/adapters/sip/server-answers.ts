import type { SipLine } from './line.ts'

/**
 * Resolves when the server answers, now or as soon as the link is back; `false` when that takes too long.
 * @param patience milliseconds
 */
export async function serverAnswers(
  line: Pick<SipLine, 'answersNow' | 'onBack'>,
  patience: number,
): Promise<boolean> {
  if (await line.answersNow()) return true
  return new Promise((resolve) => {
    const settle = (answers: boolean): void => {
      clearTimeout(timer)
      undo()
      resolve(answers)
    }
    const timer = setTimeout(() => settle(false), patience)
    const undo = line.onBack(() => settle(true))
  })
}
