import { act, cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'

// jsdom has no media queries; the desk asks for its width. A wide window, unless a test says otherwise.
let isNarrow = false
const listeners = new Set<() => void>()
Object.defineProperty(window, 'matchMedia', {
  configurable: true,
  value: () => ({
    get matches() {
      return isNarrow
    },
    addEventListener: (_kind: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_kind: string, listener: () => void) => listeners.delete(listener),
  }),
})

/** The window crosses the width below which the story is folded away. */
export function setNarrow(narrow: boolean): void {
  isNarrow = narrow
  act(() => listeners.forEach((listener) => listener()))
}

// Nor does it have CSS.escape; the selectors of these tests need no escaping.
Object.defineProperty(window, 'CSS', { configurable: true, value: { escape: (text: string) => text } })

// Nor a place to scroll to.
Element.prototype.scrollIntoView = () => undefined

// The testing library says so itself in the first file that it meets, and takes it back after that one.
beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})

afterEach(() => {
  cleanup()
  isNarrow = false
})
