// jsdom lays nothing out: a list that draws only what is in sight would draw nothing. Here it has room for some rows.
for (const [property, pixels] of [
  ['clientWidth', 400],
  ['clientHeight', 800],
] as const)
  Object.defineProperty(HTMLElement.prototype, property, { configurable: true, get: () => pixels })

/** Tells a list that its end is in sight, as often as it asks. */
class AtOnce implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  readonly #tell: IntersectionObserverCallback
  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell
  }
  observe(target: Element): void {
    const entry = { isIntersecting: true, target } as unknown as IntersectionObserverEntry
    queueMicrotask(() => this.#tell([entry], this))
  }
  unobserve(): void {
    // Nothing is kept.
  }
  disconnect(): void {
    // Nothing is kept.
  }
  takeRecords(): IntersectionObserverEntry[] {
    return []
  }
}
Object.defineProperty(window, 'IntersectionObserver', { configurable: true, value: AtOnce })
