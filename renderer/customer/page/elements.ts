type Attributes = Readonly<Record<string, string | boolean | undefined>>

/** An element of the page. Texts become text nodes: nothing that comes here can become markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, '')
    else if (typeof value === 'string') element.setAttribute(key, value)
  }
  element.append(...children)
  return element
}

export function button(text: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, text)
  made.addEventListener('click', onClick)
  return made
}

/** A field with its label, and what is said about it. */
export function field(
  input: HTMLElement,
  label: string,
  more: { readonly id: string; readonly hint?: string },
): HTMLElement {
  input.id = more.id
  if (more.hint === undefined)
    return el('div', { class: 'field' }, el('label', { for: more.id }, label), input)
  const hint = `${more.id}-hint`
  input.setAttribute('aria-describedby', hint)
  return el(
    'div',
    { class: 'field' },
    el('label', { for: more.id }, label),
    el('p', { class: 'hint', id: hint }, more.hint),
    input,
  )
}

/** Only where it differs, so that a live region says nothing twice. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
