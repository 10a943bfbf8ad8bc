import type { LiveCentre, Realm } from '../renderer/domain/setup.ts'
import type { Problem } from '../renderer/domain/problem.ts'
import type { CaseGateway } from './case-gateway.ts'
import type { Configuration } from './configuration.ts'
import type { Handlers } from './ipc/serve.ts'
import type { Journals } from './journal.ts'
import type { Log } from './log.ts'
import type { Notices } from './notices.ts'
import type { Packs } from './packs.ts'
import type { Practice } from './practice.ts'
import type { Secrets } from './secrets.ts'
import type { Settings } from './settings.ts'
import { wipe } from './wipe.ts'

export interface Parts {
  readonly version: string
  readonly configuration: Configuration
  readonly practice: Pick<Practice, 'start'>
  readonly secrets: Secrets
  readonly journals: Journals
  readonly cases: CaseGateway
  readonly packs: Packs
  readonly notices: Notices
  readonly keystoreProblems: readonly Problem[]
  readonly log: Log
}

/** The contract, answered by the parts. */
export const handlersOf = (parts: Parts): Handlers => ({
  ...deskHandlers(parts),
  ...caseHandlers(parts),
  ...journalHandlers(parts),
  ...packHandlers(parts),
})

type Some<N extends keyof Handlers> = Pick<Handlers, N>

const deskHandlers = ({
  version,
  configuration,
  practice,
  secrets,
  notices,
  keystoreProblems,
  log,
}: Parts): Omit<Handlers, CaseHandlers | JournalHandlers | PackHandlers> => ({
  readSetup: () => ({
    version,
    language: configuration.language(),
    centres: configuration.settings.centres.map(liveCentre),
    instanceId: configuration.instanceId,
    audio: configuration.audio(),
    moods: configuration.moods(),
    problems: [...configuration.problems, ...keystoreProblems],
  }),
  saveLanguage: (language) => {
    configuration.saveLanguage(language)
  },
  saveAudio: (audio) => {
    configuration.saveAudio(audio)
  },
  saveMoodChoices: (choices) => {
    configuration.saveMoods(choices)
  },
  startPractice: () => practice.start(),
  openDataKey: (realm) => secrets.open(realm),
  setAsideDataKey: (realm) => secrets.setAside(realm),
  alertAgent: (kind) => {
    notices.alert(kind)
  },
  calmAgent: () => {
    notices.calm()
  },
  reportProblem: (code) => {
    log.write('problem-shown', { problem: code })
  },
})

type CaseHandlers = 'signInCases' | 'signOutCases' | 'readCaseUser' | 'askCases'

const caseHandlers = ({ cases }: Parts): Some<CaseHandlers> => ({
  signInCases: ({ realm, account }) => cases.signIn(realm, account),
  signOutCases: async ({ realm, forget }) => {
    await cases.signOut(realm, forget)
    return undefined
  },
  readCaseUser: (realm) => cases.knownUser(realm),
  askCases: (request) => cases.ask(request),
})

type JournalHandlers = 'openJournal' | 'appendJournal' | 'rewriteJournal' | 'wipeRealm'

const journalHandlers = ({ journals, secrets, cases, packs, log }: Parts): Some<JournalHandlers> => ({
  openJournal: (realm) => journals.open(realm),
  appendJournal: ({ realm, lines, sync }) => journals.append(realm, lines, sync),
  rewriteJournal: ({ realm, lines }) => journals.rewrite(realm, lines),
  wipeRealm: (realm) => wipe({ journals, secrets, cases, packs, log }, realm),
})

type PackHandlers = 'readPacks' | 'refreshPacks' | 'readPack'

const packHandlers = ({ packs }: Parts): Some<PackHandlers> => ({
  readPacks: (realm) => packs.status(realm),
  refreshPacks: (realm) => packs.refresh(realm),
  readPack: ({ realm, name }) => packs.body(realm, name),
})

/** What is not in the settings, said so; where the cases are and the credential stay on this side. */
export const liveCentre = (centre: Settings['centres'][number]): LiveCentre => {
  const { id, name, telephony, queue, dialling, wrapUpSeconds, cases, chat, story } = centre
  return {
    ...{ id, name, telephony, queue, chat, story, wrapUpSeconds },
    dialling: { country: dialling.country, echo: dialling.echo },
    cases: cases && {
      account: cases.account,
      inactive: cases.inactive,
      clientIdField: cases.clientIdField,
      keepDays: cases.keepDays,
    },
  }
}

/** The configured address of a realm's case system. */
export const caseServerOf = ({ centres }: Settings, realm: Realm): string | undefined =>
  centres.find(({ id }) => id === realm)?.cases?.server
