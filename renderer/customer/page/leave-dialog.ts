import { button, el } from './elements.ts'
import type { ViewNeeds } from './view.ts'

/** Whether it shall really end: asked once more, since nothing brings it back. */
export function createLeaveDialog({ chat, say }: ViewNeeds): HTMLDialogElement {
  const title = el('h2', { id: 'leave-title' }, say('leave.sure'))
  const dialog = el('dialog', { 'aria-labelledby': 'leave-title' })
  const yes = button(say('leave.yes'), () => {
    dialog.close()
    void chat.leave()
  })
  const no = button(say('leave.no'), () => dialog.close(), { class: 'main-button' })
  dialog.append(title, el('div', { class: 'row' }, no, yes))
  return dialog
}
