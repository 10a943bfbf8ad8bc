/** One measured figure and what it is held against. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** Nothing: a count. */
  readonly unit: 'ms' | 'kB' | '×' | '%' | ''
  /** The value may be this, and no more. Without a goal it stands beside another figure, to be compared. */
  readonly atMost?: number
  /** The value must be this, or more. */
  readonly atLeast?: number
  /** How it came about: how many were measured, and how they spread. */
  readonly detail: string
}

export interface Bench {
  readonly name: string
  readonly about: string
  run(): Promise<readonly Figure[]>
}

export const holds = ({ value, atMost = Infinity, atLeast = -Infinity }: Figure): boolean =>
  value <= atMost && value >= atLeast

/** The value below which `share` of all lie (nearest rank). @throws RangeError for nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('nothing was measured')
  return value
}

export const spread = (values: readonly number[]): string =>
  `n ${values.length}, min ${Math.min(...values).toFixed(1)}, median ${percentile(values, 0.5).toFixed(1)}, max ${Math.max(...values).toFixed(1)}`
