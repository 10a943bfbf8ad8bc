import type { PracticeAddress } from '../domain/practice.ts'
import type { QueueSetup } from '../domain/queue-state.ts'
import { practiceRealm, usualStory } from '../domain/setup.ts'
import type { CaseAccount, CaseSite, ChatSite, LiveCentre } from '../domain/setup.ts'
import type { ChatAccount } from '../ports/chat.ts'
import type { TelephonyAccount } from '../ports/telephony.ts'
import type { Workplace } from '../state/shift-store.ts'
import type { CasesOfShift } from './cases/create-cases.ts'
import type { ChatsOfShift } from './chats/create-chats.ts'
import { practiceReplies } from '../domain/practice-replies.ts'

/** Where to work: practice needs no account, a live centre needs one. */
export type SignInChoice =
  | { readonly kind: 'practice' }
  | { readonly kind: 'live'; readonly centre: LiveCentre; readonly user: string; readonly password: string }

/** Everything about where a shift is worked. */
export interface Place {
  readonly workplace: Workplace
  readonly account: TelephonyAccount
  readonly queue: QueueSetup
  readonly cases: CasesOfShift
  /** `undefined` where the centre has no chats. */
  readonly chats: ChatsOfShift | undefined
}

/** What is known of practice before its centre has started. */
const practiceWorkplace: Workplace = {
  ...{ realm: practiceRealm, name: undefined, practice: true, user: '', domain: '', colleagues: [] },
  // Its customers' numbers are Canadian.
  dialling: { country: 'CA', echo: undefined },
  story: usualStory,
  wrapUpSeconds: undefined,
}

/** Where only what is kept there is looked at. */
export const placeToRead = (
  choice: SignInChoice,
  instanceId: string,
): Pick<Place, 'workplace' | 'cases'> & Partial<Pick<Place, 'account'>> =>
  choice.kind === 'live'
    ? livePlace(choice, instanceId)
    : {
        workplace: practiceWorkplace,
        cases: { realm: practiceRealm, site: practiceCases, account: undefined },
      }

export function placeInPractice(address: PracticeAddress, instanceId: string): Place {
  const { server, domain, user, password, colleagues, echo } = address
  return {
    workplace: {
      ...practiceWorkplace,
      ...{ user, domain, colleagues },
      dialling: { ...practiceWorkplace.dialling, echo },
    },
    account: { servers: [server], domain, user, password, iceServers: [], instanceId },
    queue: { kind: 'published' },
    cases: { realm: practiceRealm, site: practiceCases, account: practiceAccount(address) },
    chats: practiceChats(address, instanceId),
  }
}

function practiceChats({ user, password, chat }: PracticeAddress, instanceId: string): ChatsOfShift {
  const site: ChatSite = {
    ...{ servers: [chat.server], domain: chat.domain, queues: chat.queuesDomain },
    ...{ most: 3, mostInCall: 2, firstAnswerSeconds: 60, nextAnswerSeconds: 120, keepDays: 30 },
    replies: practiceReplies,
  }
  return { site, account: chatAccount(site, { user, password, instanceId }) }
}

const chatAccount = (
  { servers, domain, queues }: ChatSite,
  { user, password, instanceId }: Pick<TelephonyAccount, 'user' | 'password' | 'instanceId'>,
): ChatAccount => ({
  ...{ servers, domain, queues, user, password },
  // Until the queue says otherwise: customers never see more of an agent than this name.
  name: user,
  resource: `foyer-${instanceId}`,
})

const practiceCases: CaseSite = {
  account: 'password',
  inactive: ['resolved', 'rejected', 'deleted'],
  clientIdField: 'ClientUUID',
  keepDays: 30,
}

function practiceAccount({ user, cases }: PracticeAddress): CaseAccount | undefined {
  const account = cases.accounts.find((one) => one.user === user)
  return account && { kind: 'password', user, secret: account.password }
}

export function livePlace(
  { centre, user, password }: Extract<SignInChoice, { kind: 'live' }>,
  instanceId: string,
): Place {
  const { id, name, telephony, dialling, queue, wrapUpSeconds } = centre
  const { servers, domain, iceServers } = telephony
  return {
    workplace: {
      ...{ realm: id, name, practice: false, user, domain, dialling, wrapUpSeconds },
      story: centre.story,
      colleagues: [],
    },
    account: { servers, domain, user, password, iceServers, instanceId },
    queue,
    chats: centre.chat && {
      site: centre.chat,
      account: chatAccount(centre.chat, { user, password, instanceId }),
    },
    cases: {
      realm: id,
      site: centre.cases,
      account: centre.cases?.account === 'same' ? { kind: 'password', user, secret: password } : undefined,
    },
  }
}
