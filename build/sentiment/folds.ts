import { rulesLeaning, sharesOf } from '../../renderer/domain/sentiment/linear-layer.ts'
import type { LinearLayer } from '../../renderer/domain/sentiment/linear-layer.ts'
import type { Seen } from './seen.ts'

export interface Fold {
  readonly train: readonly Seen[]
  readonly test: readonly Seen[]
}

const foldCount = 5

/** Every fifth sample of one set is held out in turn; the other sets are trained on whole. */
export const foldsOf = (sets: readonly (readonly Seen[])[], which: number): readonly Fold[] =>
  Array.from({ length: foldCount }, (_, fold) => ({
    train: sets.flatMap((set, at) =>
      at === which ? set.filter((_, next) => next % foldCount !== fold) : set,
    ),
    test: (sets[which] ?? []).filter((_, next) => next % foldCount === fold),
  }))

/** What a layer said of a sample that it had not seen. */
export interface Said {
  /** Index into `moods`. */
  readonly mood: number
  readonly right: number
  /** Of the mood that was said. */
  readonly share: number
}

export const sharesBy = (layer: LinearLayer, samples: readonly Seen[]): readonly Said[] =>
  samples.map(({ rules, hashed, mood: right, moods }) => {
    let { negative, positive } = rulesLeaning(layer, rules)
    for (let next = 0; next < hashed.count; next++) {
      const [at, value] = [hashed.places[next] ?? 0, hashed.values[next] ?? 0]
      negative += value * (layer.hashed.negative[at] ?? 0)
      positive += value * (layer.hashed.positive[at] ?? 0)
    }
    const shares = sharesOf({ negative, positive })
    if (moods === 2)
      return { mood: positive > negative ? 2 : 0, right, share: Math.max(shares.negative, shares.positive) }
    const each = [shares.negative, shares.neutral, shares.positive]
    const share = Math.max(...each)
    return { mood: shares.neutral === share ? 1 : shares.positive === share ? 2 : 0, right, share }
  })
