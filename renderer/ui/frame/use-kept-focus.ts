import { useEffect } from 'react'

/** Where the focus goes when what had it has gone, and nothing nearer asks for it: the first that is on the screen. */
export const focusHome = { 'data-focus-home': true } as const

const homes = ['[data-focus-home]', 'main h1[tabindex]']

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

const isUsable = (element: HTMLElement): boolean => element.isConnected && !element.matches(':disabled')

/** The same place where it stands elsewhere by now, then its panel or case, then where the work is. */
function restore(last: HTMLElement, panel: HTMLElement | undefined): void {
  const places = [
    isUsable(last) ? last : undefined,
    panel?.isConnected ? panel.querySelector<HTMLElement>('[data-first-focus], h2[tabindex]') : undefined,
    ...homes.map((home) => document.querySelector<HTMLElement>(home)),
  ]
  places.find((place) => place !== undefined && place !== null)?.focus()
}

/**
 * Sees to it that the focus never falls to nowhere because its element went from the screen or was disabled. Somebody
 * who puts it nowhere by hand, to mark a text for instance, is left alone.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | undefined
    let panel: HTMLElement | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      last = isNowhere() ? undefined : (document.activeElement as HTMLElement)
      panel = last?.closest<HTMLElement>('.panel, .open-case') ?? undefined
    }
    const check = (): void => {
      timer = undefined
      if (isNowhere() && last) restore(last, panel)
      look()
    }
    const observer = new MutationObserver(() => {
      // After the components' own wishes for the focus.
      if (isNowhere() && last) timer ??= setTimeout(check)
    })
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] })
    window.addEventListener('focusin', look, true)
    window.addEventListener('pointerup', look, true)
    return () => {
      observer.disconnect()
      clearTimeout(timer)
      window.removeEventListener('focusin', look, true)
      window.removeEventListener('pointerup', look, true)
    }
  }, [])
}
