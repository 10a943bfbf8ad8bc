import type { ComputerNews } from '../../renderer/ports/desktop.ts'

/** The computer under the desk: sleeps, changes its network, and passes on links, when the test says so. */
export function createComputerStandIn() {
  const awake = new Set<() => void>()
  const network = new Set<(why: 'online' | 'network') => void>()
  const links = new Set<(text: string) => void>()
  const listening =
    <L>(listeners: Set<L>) =>
    (listener: L) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  const news: ComputerNews = {
    onWoke: listening(awake),
    onNetwork: listening(network),
    onDialAsked: listening(links),
  }
  return {
    news,
    wake: () => awake.forEach((listener) => listener()),
    changeNetwork: (why: 'online' | 'network') => network.forEach((listener) => listener(why)),
    followLink: (text: string) => links.forEach((listener) => listener(text)),
  }
}
