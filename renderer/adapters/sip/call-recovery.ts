import type { Undo } from '../../ports/undo.ts'
import type { CallMedia, Repair } from './call-media.ts'
import { repairMedia } from './media-repair.ts'
import { watchMedia } from './media-watch.ts'
import type { SipLine } from './line.ts'
import type { Reinviter } from './reinvite.ts'
import { serverAnswers } from './server-answers.ts'

/** Milliseconds between two looks at a link that has not said that it is back. */
const glance = 2_000

export interface CallRecoveryNeeds {
  readonly media: CallMedia
  readonly reinviter: Reinviter
  readonly line: Pick<SipLine, 'answersNow' | 'onBack' | 'userAgent'>
  readonly repair: Repair
  readonly linkLostAt: () => number | undefined
  readonly now: () => number
  readonly tell: (fact: SoundTold) => void
}

export interface SoundTold {
  readonly kind: 'sound-lost' | 'sound-back'
  readonly at: number
}

/** Keeps a call that can talk able to talk, until undone: looks for a new path whenever the old one has died. */
export function keepTalking(needs: CallRecoveryNeeds): Undo {
  const { media, reinviter, line, now } = needs
  let over = false
  /** The agent was told that nothing is heard. On hold nothing should be, and the repair is nobody's business. */
  let told = false

  async function untilServerAnswers(): Promise<void> {
    while (!over && !watch.isWell) if (await serverAnswers(line, glance)) return
  }

  const watch = watchMedia({
    media,
    now,
    linkLostAt: needs.linkLostAt,
    answersNow: () => line.answersNow(),
    onLost(since, expected) {
      told = expected
      if (expected) needs.tell({ kind: 'sound-lost', at: since })
      void repairMedia({
        untilServerAnswers,
        isSettled: () => over || watch.isWell,
        repair: () => reinviter.offer({ prepare: () => media.repairNext(needs.repair) }),
      })
    },
    onBack() {
      if (told) needs.tell({ kind: 'sound-back', at: now() })
      told = false
    },
  })

  const undoBack = line.onBack(() => {
    // Without GRUU (RFC 5627) the other side still sends to the old socket. Our own re-INVITE tells it the new one
    // (RFC 3261 §12.2.2); a repair would do so by itself.
    if (watch.isWell && line.userAgent?.contact.pubGruu === undefined) void reinviter.offer()
  })

  return () => {
    over = true
    watch.stop()
    undoBack()
  }
}
