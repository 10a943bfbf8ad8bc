/** How a measure was read until now: jsdom's own way, or that of another test in the same process. */
function ofElements(
  property: 'clientHeight' | 'clientWidth' | 'offsetHeight' | 'offsetWidth' | 'scrollHeight',
): (element: HTMLElement) => number {
  const found =
    Object.getOwnPropertyDescriptor(HTMLElement.prototype, property) ??
    Object.getOwnPropertyDescriptor(Element.prototype, property)
  return (element) => Number(found?.get?.call(element))
}

// jsdom lays nothing out: a feed that draws only what is in sight would draw nothing. Here its box is 800 pixels high, and
// each line 100.
for (const property of ['clientHeight', 'clientWidth', 'offsetHeight', 'offsetWidth'] as const) {
  const before = ofElements(property)
  Object.defineProperty(HTMLElement.prototype, property, {
    configurable: true,
    get(this: HTMLElement) {
      if (this.classList.contains('story-row')) return 100
      // What other tests have said of other elements stays so.
      return this.classList.contains('story-scroll') ? 800 : before(this)
    },
  })
}

const heightBefore = ofElements('scrollHeight')
Object.defineProperty(HTMLElement.prototype, 'scrollHeight', {
  configurable: true,
  get(this: HTMLElement): number {
    const feed = this.querySelector<HTMLElement>(':scope > .story-feed')
    return feed ? Number.parseFloat(feed.style.blockSize) : heightBefore(this)
  },
})

// A box that is told where to scroll to is there, and says so.
Element.prototype.scrollTo = function (this: Element, to?: ScrollToOptions | number) {
  if (typeof to !== 'object') return
  this.scrollTop = to.top ?? 0
  this.dispatchEvent(new Event('scroll'))
}
