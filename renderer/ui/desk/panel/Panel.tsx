import { X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { ReactNode, RefObject } from 'react'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useEscape } from './use-escape.ts'

export interface PanelProps {
  readonly heading: string
  /** What its close button is called: there may be two panels. */
  readonly close: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Something asked for that stands beside the work, and never in front of it. Escape closes it. */
export function Panel({ heading, close, onClose, children }: PanelProps) {
  const { say } = useWords()
  const panel = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useFocusInside(panel, title)
  useEscape(panel, onClose)
  return (
    <section ref={panel} className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id} ref={title} tabIndex={-1}>
          {heading}
        </h2>
        <CommandButton className="button quiet" aria-label={close} onPress={onClose}>
          <X aria-hidden />
          {say('dial.close')}
        </CommandButton>
      </div>
      {children}
    </section>
  )
}

/** The focus goes in when the panel opens, and back to where it was when the panel closes under it. */
function useFocusInside(panel: RefObject<HTMLElement | null>, title: RefObject<HTMLElement | null>): void {
  const before = useRef<Element | null>(null)
  useEffect(() => {
    const { activeElement } = document
    if (!panel.current?.contains(activeElement)) {
      before.current = activeElement
      const field = panel.current?.querySelector<HTMLElement>('[data-first-focus]')
      ;(field ?? title.current)?.focus()
    }
    return () => {
      const isLost = document.activeElement === document.body || document.activeElement === null
      if (isLost && before.current instanceof HTMLElement && before.current.isConnected)
        before.current.focus()
    }
  }, [panel, title])
}
