import { fileSize } from '../../words/sizes.ts'
import { largestSharedFile } from '../../domain/shared-file-kind.ts'
import type { ChatState } from '../chat/chat-state.ts'
import { createComposer } from './composer.ts'
import { button, el, setText } from './elements.ts'
import { createLeaveDialog } from './leave-dialog.ts'
import { createTranscript } from './transcript-view.ts'
import type { View, ViewNeeds } from './view.ts'

/** The chat: how it stands, what was said, and where one writes. Once it is over it can still be read. */
export function createChatView(needs: ViewNeeds): View {
  const { chat, say, language, settings } = needs
  const status = el('p', { role: 'status', class: 'status', tabindex: '-1' })
  const tryNow = button(say('chat.try-now'), () => chat.hurry())
  const transcript = createTranscript(needs)
  const writing = el('p', { class: 'hint writing' })
  const composer = createComposer(needs)
  const files = el('p', { role: 'status', class: 'hint' })
  const dialog = createLeaveDialog(needs)
  const leave = button(say('leave.ask'), () => dialog.showModal())
  const again = button(say('over.again'), () => chat.again(), { class: 'main-button' })
  const top = el('div', { class: 'row top' }, status, tryNow, leave)
  const root = el(
    'div',
    { class: 'chat' },
    top,
    transcript.root,
    writing,
    files,
    composer.root,
    again,
    dialog,
  )

  const fileWords = ({ sharing, fileProblem }: ChatState): string => {
    if (sharing !== undefined) return say('file.sharing', { percent: Math.round(sharing * 100) })
    if (fileProblem === 'too-large')
      return say('file.too-large', { size: fileSize(language, largestSharedFile) })
    return fileProblem ? say(`file.${fileProblem}`) : ''
  }
  return {
    root,
    update(state) {
      const isOver = state.stage === 'over'
      transcript.update(state.lines)
      setText(status, statusWords(state, needs))
      setText(writing, state.writing.map((name) => say('chat.writing', { name })).join(' '))
      setText(files, fileWords(state))
      tryNow.hidden = isOver || state.isLinked
      leave.hidden = isOver
      composer.root.hidden = isOver
      again.hidden = !isOver
      composer.update({
        canShare: settings.files !== undefined && state.isLinked && state.sharing === undefined,
      })
      if (isOver && dialog.open) dialog.close()
    },
    focus: () => (composer.root.hidden ? status.focus() : composer.focus()),
  }
}

function statusWords(
  { stage, over, isLinked, isServed, place, lines }: ChatState,
  { say }: ViewNeeds,
): string {
  if (stage === 'over' && over) {
    const isUnsent = lines.some(({ delivery }) => delivery === 'waiting')
    return isUnsent ? `${say(`over.${over}`)} ${say('over.not-sent')}` : say(`over.${over}`)
  }
  if (!isLinked) return say('chat.link-lost')
  if (isServed) return say('chat.served')
  if (!place) return `${say('chat.waiting')} ${say('chat.write-already')}`
  const { position, seconds } = place
  const wait =
    seconds === undefined
      ? say('chat.wait-unknown')
      : say('chat.wait', { minutes: Math.max(1, Math.ceil(seconds / 60)) })
  return `${say('chat.place', { position })} ${wait} ${say('chat.write-already')}`
}
