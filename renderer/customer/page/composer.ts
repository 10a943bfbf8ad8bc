import { longestMessage } from '../../domain/message.ts'
import { shareableTypes } from '../../domain/shared-file-kind.ts'
import { button, el } from './elements.ts'
import type { ViewNeeds } from './view.ts'

/** Milliseconds without a key after which somebody is no longer writing (XEP-0085 §5.1 speaks of some seconds). */
const pause = 5_000

interface Composer {
  readonly root: HTMLElement
  readonly update: (now: { readonly canShare: boolean }) => void
  readonly focus: () => void
}

/** Where the customer writes. */
export function createComposer({ chat, say, drafts }: ViewNeeds): Composer {
  const hint = el('p', { class: 'hint', id: 'write-hint' }, say('write.hint'))
  const text = el('textarea', {
    ...{ id: 'write', rows: '3', maxlength: String(longestMessage), 'aria-describedby': 'write-hint' },
  })
  text.value = drafts.get('write') ?? ''
  const input = el('input', { type: 'file', hidden: true, accept: shareableTypes.join(',') })
  const choose = button(say('file.choose'), () => input.click())
  const send = el('button', { type: 'submit', class: 'main-button' }, say('write.send'))
  const form = el(
    'form',
    { class: 'composer' },
    el('label', { for: 'write' }, say('write.label')),
    text,
    hint,
    el('div', { class: 'row' }, send, choose, input),
  )
  let clock: ReturnType<typeof setTimeout> | undefined
  const stopComposing = (): void => {
    if (clock === undefined) return
    clearTimeout(clock)
    clock = undefined
    chat.composing(false)
  }
  text.addEventListener('input', () => {
    drafts.set('write', text.value)
    if (text.value.trim() === '') {
      stopComposing()
      return
    }
    if (clock === undefined) chat.composing(true)
    clearTimeout(clock)
    clock = setTimeout(stopComposing, pause)
  })
  text.addEventListener('keydown', (event) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    stopComposing()
    chat.write(text.value)
    text.value = ''
    drafts.delete('write')
    text.focus()
  })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) void file.arrayBuffer().then((bytes) => chat.share(file.name, new Uint8Array(bytes)))
    input.value = ''
  })
  return {
    root: form,
    update: ({ canShare }) => {
      choose.disabled = !canShare
    },
    focus: () => text.focus(),
  }
}
