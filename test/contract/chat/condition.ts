/** `taken`, or the condition of the error that came instead (RFC 6120 §8.3.3). */
export const conditionOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'taken',
    (error: unknown) => (error instanceof Error && 'condition' in error ? error.condition : error),
  )
