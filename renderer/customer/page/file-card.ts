import { largestSharedFile } from '../../domain/shared-file-kind.ts'
import type { SharedFile } from '../../domain/message.ts'
import { fileSize } from '../../words/sizes.ts'
import { button, el, setText } from './elements.ts'
import type { ViewNeeds } from './view.ts'

/** A file of the chat. Nothing is fetched until somebody asks for it, and only pictures are shown. */
export function createFileCard(file: SharedFile, { chat, say, language }: ViewNeeds): HTMLElement {
  const { name, size } = file
  const status = el('span', { role: 'status' })
  const root = el(
    'div',
    { class: 'file' },
    size === undefined ? name : `${name} (${fileSize(language, size)})`,
  )
  const show = button(say('file.show', { name }), () => void fetch())
  root.append(el('div', { class: 'row' }, show, status))

  async function fetch(): Promise<void> {
    show.disabled = true
    setText(status, say('file.fetching'))
    const fetched = await chat.fetch(file)
    show.disabled = false
    if (!fetched.ok) {
      setText(
        status,
        fetched.problem === 'too-large'
          ? say('file.too-large', { size: fileSize(language, largestSharedFile) })
          : say(`file.${fetched.problem}`),
      )
      return
    }
    setText(status, '')
    const address = URL.createObjectURL(new Blob([fetched.value.bytes], { type: fetched.value.type }))
    const save = el('a', { href: address, download: name }, say('file.save', { name }))
    const isPicture = fetched.value.type.startsWith('image/')
    show.replaceWith(save)
    if (isPicture) root.append(el('img', { src: address, alt: say('file.picture', { name }) }))
    save.focus()
  }
  return root
}
