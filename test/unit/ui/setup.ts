import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom has no media queries; the desk asks for its width. A wide window, unless a test says otherwise.
Object.defineProperty(window, 'matchMedia', {
  configurable: true,
  value: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
})

// Nor does it have CSS.escape; the selectors of these tests need no escaping.
Object.defineProperty(window, 'CSS', { configurable: true, value: { escape: (text: string) => text } })

afterEach(cleanup)
