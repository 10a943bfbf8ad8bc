import { caseComposerId } from './CaseComposer.tsx'

/** Puts the cursor where something is written to the open case. @returns whether there is one */
export function focusOnComposer(): boolean {
  const field = document
    .getElementById(caseComposerId)
    ?.querySelector<HTMLElement>('[role="tabpanel"] :is(textarea, input)')
  field?.focus()
  return field instanceof HTMLElement
}
