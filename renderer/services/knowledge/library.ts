import type { PackNow } from '../../domain/knowledge/pack.ts'
import type { Realm } from '../../domain/setup.ts'
import type { ComputerNews } from '../../ports/desktop.ts'
import type { Packs } from '../../ports/packs.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import type { KnowledgeStore } from '../../state/knowledge-store.ts'

/** Milliseconds between two questions to the sources; each desk's own, so that they do not all ask at once. */
const between = { least: 600_000, most: 1_200_000 } as const

export interface LibraryNeeds {
  readonly packs: Packs
  readonly state: KnowledgeStore
  readonly timing: Timing
  readonly random: () => number
  readonly computer: Pick<ComputerNews, 'onNetwork' | 'onWoke'>
}

/** The packs of a shift: there at once from this computer, and renewed while it lasts. */
export function createLibrary({ packs, state, timing, random, computer }: LibraryNeeds) {
  let timer: Undo | undefined
  let isOpen = false

  const take = (now: readonly PackNow[]): void => {
    if (isOpen) state.setState({ packs: now })
  }

  async function refresh(): Promise<void> {
    timer?.()
    take(await packs.refresh())
    if (isOpen) timer = timing.after(between.least + random() * (between.most - between.least), refreshNow)
  }
  const refreshNow = (): void => {
    if (isOpen) void refresh()
  }

  const undos = [
    packs.onChanged(take),
    packs.onIndex((index) => state.setState({ index })),
    computer.onNetwork(refreshNow),
    computer.onWoke(refreshNow),
  ]

  return {
    async begin(realm: Realm): Promise<void> {
      isOpen = true
      take(await packs.open(realm))
      // Nobody waits for a web server: what is here can be used.
      refreshNow()
    },
    refresh,
    end(): void {
      isOpen = false
      timer?.()
      packs.close()
    },
    stop(): void {
      isOpen = false
      timer?.()
      undos.forEach((undo) => undo())
    },
  }
}
