import type { Language } from '../domain/language.ts'
import { articleReportWords } from './article-report.ts'
import { articleWords } from './articles.ts'
import { callWords } from './call.ts'
import { caseNoteWords } from './case-note.ts'
import { caseLinkWords } from './case-link.ts'
import { caseFormWords } from './case-forms.ts'
import { caseListWords } from './cases.ts'
import { caseWords } from './case.ts'
import { chatWords } from './chat.ts'
import { chatAroundWords } from './chat-around.ts'
import { chatDeskWords } from './chat-desk.ts'
import { chatNoticeWords } from './chat-notices.ts'
import { customersWords } from './customers.ts'
import { dayWords } from './day.ts'
import { dialWords } from './dial.ts'
import { guideWords } from './guides.ts'
import { historyWords } from './history.ts'
import { keyWords } from './keys.ts'
import { lineCheckWords } from './line-check.ts'
import { moodWords } from './moods.ts'
import { outcomeWords } from './outcomes.ts'
import { problemFrameWords, problemWords } from './problems.ts'
import { qualityWords } from './quality.ts'
import { readingWords } from './reading.ts'
import { sayWith } from './say-with.ts'
import type { SayOf } from './say-with.ts'
import { shiftWords } from './shift.ts'
import { soundWords } from './sound.ts'
import { speechWords } from './speech.ts'
import { storyExportWords } from './story-export.ts'
import { storyWords } from './story.ts'
import { workWords } from './work.ts'

/** Every message of the desk. */
export const words = {
  ...shiftWords,
  ...callWords,
  ...articleReportWords,
  ...articleWords,
  ...guideWords,
  ...caseNoteWords,
  ...workWords,
  ...storyExportWords,
  ...storyWords,
  ...customersWords,
  ...historyWords,
  ...dayWords,
  ...dialWords,
  ...qualityWords,
  ...soundWords,
  ...lineCheckWords,
  ...caseListWords,
  ...caseWords,
  ...caseFormWords,
  ...caseLinkWords,
  ...chatWords,
  ...chatDeskWords,
  ...chatAroundWords,
  ...chatNoticeWords,
  ...keyWords,
  ...moodWords,
  ...outcomeWords,
  ...speechWords,
  ...readingWords,
  ...problemWords,
  ...problemFrameWords,
} as const

type Words = typeof words
export type WordKey = keyof Words

/** Says a message in one language. The arguments are those that the English text names. */
export type Say = SayOf<Words>

export const sayIn: (language: Language) => Say = sayWith(words)
