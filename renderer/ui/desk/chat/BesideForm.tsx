import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { Form } from 'react-aria-components/Form'

import { useEscape } from '../panel/use-escape.ts'

export interface BesideFormProps {
  readonly heading: string
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form under the head of a chat. It takes the focus when it opens; Escape closes it. */
export function BesideForm({ heading, onSubmit, onClose, children }: BesideFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEscape(form, onClose)
  useEffect(() => {
    if (!form.current?.contains(document.activeElement)) title.current?.focus()
  }, [])
  return (
    <Form
      ref={form}
      className="form beside"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <h2 ref={title} tabIndex={-1}>
        {heading}
      </h2>
      {children}
    </Form>
  )
}

export interface BesideCheckProps {
  readonly label: string
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
}

export function BesideCheck({ label, isTicked, onTick }: BesideCheckProps) {
  return (
    <CheckboxField isSelected={isTicked} onChange={onTick}>
      <CheckboxButton className="case-check">
        <span className="case-check-box" aria-hidden />
        {label}
      </CheckboxButton>
    </CheckboxField>
  )
}
