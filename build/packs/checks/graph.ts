/** What leads where, by name. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** Everything that can be come to from these, themselves among it. */
export function reachable(from: Iterable<string>, graph: Graph): Set<string> {
  const found = new Set<string>()
  const waiting = [...from]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (found.has(one)) continue
    found.add(one)
    waiting.push(...(graph.get(one) ?? []))
  }
  return found
}

/** Each round that one can go in, once, by all that belongs to it, in the graph's order. */
export function roundsIn(graph: Graph): readonly (readonly string[])[] {
  const rounds: string[][] = []
  const taken = new Set<string>()
  for (const one of graph.keys()) {
    if (taken.has(one)) continue
    const ahead = reachable(graph.get(one) ?? [], graph)
    if (!ahead.has(one)) continue
    const round = [...graph.keys()].filter(
      (other) => ahead.has(other) && (other === one || reachable(graph.get(other) ?? [], graph).has(one)),
    )
    for (const each of round) taken.add(each)
    rounds.push(round)
  }
  return rounds
}

export const reversed = (graph: Graph): Graph => {
  const back = new Map<string, string[]>()
  for (const [from, targets] of graph) for (const to of targets) back.set(to, [...(back.get(to) ?? []), from])
  return back
}

/** The part of a graph that lies among these. */
export const within = (graph: Graph, names: ReadonlySet<string>): Graph =>
  new Map(
    [...graph]
      .filter(([from]) => names.has(from))
      .map(([from, targets]) => [from, targets.filter((to) => names.has(to))]),
  )
