import { useEffect } from 'react'

const fields = 'textarea:not([autocomplete]), input:not([autocomplete])'

const forget = (field: Element): void => field.setAttribute('autocomplete', 'off')

function forgetIn(node: Node): void {
  if (!(node instanceof Element)) return
  if (node.matches(fields)) forget(node)
  node.querySelectorAll(fields).forEach(forget)
}

/**
 * A browser keeps what stands in fields, in clear, in its own list of open pages, to put it back after a restart; and
 * offers it in other fields. What customers say has no place there. Only fields that ask for it are left as they are.
 */
export function useNoFormMemory(): void {
  useEffect(() => {
    forgetIn(document.body)
    const observer = new MutationObserver((changes) =>
      changes.forEach(({ addedNodes }) => addedNodes.forEach(forgetIn)),
    )
    observer.observe(document.body, { subtree: true, childList: true })
    return () => observer.disconnect()
  }, [])
}
