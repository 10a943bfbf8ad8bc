import { Notification } from 'electron'
import type { BrowserWindow } from 'electron'

import type { Language } from '../renderer/domain/language.ts'
import type { NoticeKind } from '../renderer/domain/notice.ts'
import { sayIn } from '../renderer/words/say.ts'
import { bringForward } from './window.ts'

export interface Notices {
  alert(kind: NoticeKind): void
  calm(): void
}

export interface NoticesNeeds {
  readonly window: () => BrowserWindow | undefined
  readonly language: () => Language
}

/** Calls the agent back to the desk through the system's own notices. */
export function createNotices({ window, language }: NoticesNeeds): Notices {
  let shown: Notification | undefined
  const calm = (): void => {
    shown?.close()
    shown = undefined
    window()?.flashFrame(false)
  }
  return {
    alert(kind) {
      calm()
      window()?.flashFrame(true)
      if (!Notification.isSupported()) return
      const say = sayIn(language())
      // Silent: the desk rings by itself, on the device that the agent chose.
      shown = new Notification({
        title: say(`notice.${kind}.title`),
        body: say(`notice.${kind}.body`),
        silent: true,
      })
      shown.on('click', () => {
        const target = window()
        if (target) bringForward(target)
      })
      shown.show()
    },
    calm,
  }
}
