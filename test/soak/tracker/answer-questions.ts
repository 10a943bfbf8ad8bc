import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import type { Random } from '../../../renderer/domain/seeded-random.ts'
import type { SentMail } from '../../servers/request-tracker/mail.ts'
import type { SeatedCases } from './seated-cases.ts'

type Mails = readonly Pick<SentMail, 'text'>[]

/** What the agent does about everything that is put to them; of a reply they ask the customer. */
export async function answerQuestions(
  { desk, state }: SeatedCases,
  mails: Mails,
  random: Random,
): Promise<void> {
  for (const { entry } of state.getState().questions) await answerTo(entry)

  async function answerTo({ id, edit, state: { kind } }: OutboxEntry): Promise<void> {
    if (kind === 'conflict') await desk.choose(id, random() < 0.5 ? 'mine' : 'theirs')
    else if (kind === 'set-aside') await desk.tryAgain(id)
    else if (edit.kind === 'reply')
      await desk.decide(id, mails.some(({ text }) => text.includes(edit.text)) ? 'was-sent' : 'send')
  }
}
