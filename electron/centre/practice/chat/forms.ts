import { ns } from './namespaces.ts'
import { xml } from './xml.ts'
import type { Xml } from './xml.ts'

/** A data form's fields by name (XEP-0004 §3.2); of several values the first. */
export function valuesIn(form: Xml | undefined): Map<string, string> {
  const values = new Map<string, string>()
  for (const field of form?.getChildren('field', ns.form) ?? []) {
    const { var: name } = field.attrs
    const value = field.getChildText('value', ns.form)
    if (name !== undefined && value !== null) values.set(name, value)
  }
  return values
}

export interface FormField {
  readonly name: string
  readonly type: 'boolean' | 'text-single' | 'list-single' | 'jid-single' | 'hidden' | 'list-multi'
  readonly value?: string | undefined
  readonly options?: readonly string[]
}

/** @param type `form` asks, `result` tells */
export function formOf(type: 'form' | 'result', about: string, fields: readonly FormField[]): Xml {
  const all: readonly FormField[] = [{ name: 'FORM_TYPE', type: 'hidden', value: about }, ...fields]
  return xml('x', { xmlns: ns.form, type }, ...all.map(fieldOf))
}

const fieldOf = ({ name, type, value, options = [] }: FormField): Xml =>
  xml(
    'field',
    { var: name, type },
    value === undefined ? undefined : xml('value', {}, value),
    ...options.map((option) => xml('option', {}, xml('value', {}, option))),
  )
