import type { ComputerNews } from '../../ports/desktop.ts'

/** Not in TypeScript's library: the Network Information API, of which only the event is used. */
const connection = (): EventTarget | undefined => {
  const found: unknown = Reflect.get(navigator, 'connection')
  return found instanceof EventTarget ? found : undefined
}

/** What the browser notices of the network (HTML §8.1.8.3, Network Information API §6). It may notice nothing at all. */
export const watchNetwork: ComputerNews['onNetwork'] = (listener) => {
  const online = (): void => listener('online')
  const changed = (): void => listener('network')
  const network = connection()
  window.addEventListener('online', online)
  network?.addEventListener('change', changed)
  return () => {
    window.removeEventListener('online', online)
    network?.removeEventListener('change', changed)
  }
}
