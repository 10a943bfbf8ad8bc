// @vitest-environment node
import { expect, it } from 'vitest'

import { chatScripts } from '../../../../electron/centre/practice/chat/visitors/chat-scripts.ts'
import { followedScripts } from '../../../../electron/centre/practice/chat/visitors/followed-scripts.ts'
import { answer } from '../../../../renderer/domain/knowledge/answer-step.ts'
import { begin, next } from '../../../../renderer/domain/knowledge/follow-guide.ts'
import { stepOf } from '../../../../renderer/domain/knowledge/guide-fields.ts'
import { suggestGuides } from '../../../../renderer/domain/knowledge/suggest-guides.ts'
import { dayOf } from '../../../../renderer/state/guide-moment.ts'
import { samplePacks } from '../../../bench/guides/sample-packs.ts'
import { after, beginning, went } from '../../domain/knowledge/follow.ts'

const now = Date.UTC(2026, 10, 23, 15)
const day = (days: number): string => dayOf(now + days * 86_400_000)
const moment = (queue: string) => ({ ...after(now, { channel: 'chat', queue, today: day(0) }), at: now })

/** What an agent types who has read the lines, step by step, with a word of each. */
type Followed = readonly (readonly [step: string, word: string, typed?: Record<string, string>])[]

const passports: Followed = [
  ['trip', 'eight days', { travel_date: day(8), already_sent: 'sent' }],
  ['purpose', 'own passport', { check_for: 'status', for_whom: 'own' }],
  ['name-and-birth', '1958', { full_name: 'Margaret Ellis', birth_date: '1958-03-14' }],
  ['two-of-four', '441 209', { file_number: '441 209', postal_code_on_file: 'K1P 5M7' }],
  ['compare', 'take your time', { identity: 'passed' }],
  ['passed', 'where'],
  ['sent', 'six weeks ago', { sent_on: day(-42), file_status: 'not-there' }],
  ['trace', 'counter'],
  ['goodbye', 'Goodbye'],
]
const passeports: Followed = [
  ['trip', 'vingt et un', { travel_date: day(21), already_sent: 'not-yet' }],
  [
    ...(['old-passport', 'intact'] as const),
    { old_passport: 'whole', expiry_date: day(1), issued_as: 'adult', same_name: 'same' },
  ],
  ['short-form', 'formulaire 12'],
  ['goodbye', 'bonne journée'],
]
const seen: Followed = [
  ['in-chat', 'li', { chat_confirmed: 'yes' }],
  ['passed', '?'],
]
const prestations: Followed = [
  ['opening', 'dix jours', { expected_on: day(-10), pay_way: 'deposit' }],
  ...seen,
  ['file-state', 'pas déménagé', { what_changed: 'nothing', payment_state: 'held' }],
  ['release', 'Deux jours'],
  ['need', 'loyer', { in_need: 'rent' }],
  ['urgent', 'urgence'],
  ['done', 'au revoir'],
]
const benefits: Followed = [
  ['opening', 'ten days', { expected_on: day(-10), pay_way: 'deposit' }],
  ...seen,
  ['file-state', 'not moved', { what_changed: 'nothing', payment_state: 'held' }],
  ['release', 'Two working days'],
  ['need', 'can wait', { in_need: 'nothing' }],
  ['done', 'goodbye'],
]

it.each([
  ['ellis', 'renew-passport', passports],
  ['benali', 'renew-passport', passeports],
  ['tremblay', 'missing-payment', prestations],
  ['abrams', 'missing-payment', benefits],
] as const)(
  'what %s writes suggests the guide %s, and answers each of its steps',
  async (id, guide, steps) => {
    const packs = await samplePacks()
    const script = chatScripts.find(({ customer }) => customer.id === id)
    const { queue = '' } = script?.customer ?? {}
    const here = moment(queue)
    const utterances = [script?.question ?? '']
    const [first] = suggestGuides(packs, { facts: here.facts, called: undefined, utterances })
    expect(first).toMatchObject({ guide, why: 'words' })

    const guides = packs.find(({ name }) => name === first?.pack)?.guides ?? []
    let { run } = went(begin({ ...beginning(guides), guide }, here))
    const shown: string[] = []
    for (const [, , typed] of steps) {
      shown.push(run.at.step)
      const isAsked = stepOf(run.guides, run.at)?.kind === 'ask'
      run = isAsked
        ? went(answer(run, new Map(Object.entries(typed ?? {})), here)).run
        : went(next(run, here)).run
    }
    expect(shown).toEqual(steps.map(([step]) => step))
    expect(run.state).toBe('done')
    expect(followedScripts[id].turns).toEqual(
      steps.map(([, word]) => expect.stringContaining(word) as string),
    )
  },
)
