/** How well moods were told: accuracy and macro-F1 over the moods that the set tells apart. */
export interface Told {
  /** Indexes into `moods`. */
  readonly said: readonly number[]
  readonly right: readonly number[]
  readonly moods: 2 | 3
}

export function accuracyOf({ said, right }: Told): number {
  return right.filter((mood, at) => said[at] === mood).length / right.length
}

export function macroF1Of({ said, right, moods }: Told): number {
  const told = moods === 2 ? [0, 2] : [0, 1, 2]
  const each = told.map((mood) => {
    let [hit, called, there] = [0, 0, 0]
    for (let at = 0; at < right.length; at++) {
      if (said[at] === mood) called += 1
      if (right[at] === mood) there += 1
      if (said[at] === mood && right[at] === mood) hit += 1
    }
    return called + there === 0 ? 0 : (2 * hit) / (called + there)
  })
  return each.reduce((sum, f1) => sum + f1, 0) / each.length
}
