import type { Disposition, FromPage } from './messages.ts'

/*
 * What the preload's world watches for the main process. Injected as text: these functions may use their arguments
 * and what the browser gives.
 */

type Tell = (message: FromPage) => void

/** The window's focus and visibility, which the main process cannot see by itself. */
export function watchState(tell: Tell): void {
  const report = (): void =>
    tell({ kind: 'state', focused: document.hasFocus(), hidden: document.visibilityState === 'hidden' })
  for (const name of ['focus', 'blur']) window.addEventListener(name, report)
  document.addEventListener('visibilitychange', report)
  report()
}

/** The document's title, now and whenever it changes. */
export function watchTitle(tell: Tell): void {
  let last = ''
  const report = (): void => {
    if (document.title === last) return
    last = document.title
    tell({ kind: 'titled', title: last })
  }
  document.addEventListener('DOMContentLoaded', () => {
    report()
    const changes = { childList: true, characterData: true, subtree: true }
    new MutationObserver(report).observe(document.head, changes)
  })
}

/** A link or a form that would open another window asks the app instead, as every new window is denied. */
export function watchLinks(tell: Tell): void {
  const open = (event: Event, target: { url: string; name: string; disposition: Disposition }): void => {
    event.preventDefault()
    tell({ kind: 'open', features: '', ...target })
  }
  const isNew = (name: string): boolean => !['', '_self', '_top', '_parent'].includes(name)

  const onClick = (event: MouseEvent): void => {
    const anchor = event.composedPath().find((item) => item instanceof HTMLAnchorElement)
    if (event.defaultPrevented || !anchor?.href || event.button === 2) return
    const inBackground = event.ctrlKey || event.metaKey || event.button === 1
    if (!inBackground && !event.shiftKey && !isNew(anchor.target)) return
    const disposition = inBackground ? 'background-tab' : event.shiftKey ? 'new-window' : 'foreground-tab'
    open(event, { url: anchor.href, name: anchor.target, disposition })
  }
  window.addEventListener('click', onClick)
  window.addEventListener('auxclick', onClick)
  window.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !isNew(form.target)) return
    open(event, { url: form.action, name: form.target, disposition: 'foreground-tab' })
  })
}
