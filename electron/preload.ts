import { contextBridge, ipcRenderer } from 'electron'

import type { DesktopBridge, FactName, Facts, RequestName, Requests } from './ipc/contract.ts'

const ask = <N extends RequestName>(name: N, ...args: unknown[]): Promise<Requests[N]['answer']> =>
  ipcRenderer.invoke(name, ...args) as Promise<Requests[N]['answer']>

const listen = <N extends FactName>(name: N, listener: (fact: Facts[N]) => void): (() => void) => {
  // The event object stays on this side: it would hand the page the whole of IPC.
  const heard = (_event: unknown, fact: Facts[N]): void => listener(fact)
  ipcRenderer.on(name, heard)
  return () => void ipcRenderer.off(name, heard)
}

/** One named method per request and one listener per fact; there is no way to send anything else. */
const bridge: DesktopBridge = {
  readSetup: () => ask('readSetup'),
  saveLanguage: (language) => ask('saveLanguage', language),
  saveAudio: (audio) => ask('saveAudio', audio),
  saveMoodChoices: (choices) => ask('saveMoodChoices', choices),
  startPractice: () => ask('startPractice'),
  openDataKey: (realm) => ask('openDataKey', realm),
  setAsideDataKey: (realm) => ask('setAsideDataKey', realm),
  signInCases: (given) => ask('signInCases', given),
  signOutCases: (given) => ask('signOutCases', given),
  readCaseUser: (realm) => ask('readCaseUser', realm),
  askCases: (request) => ask('askCases', request),
  openJournal: (realm) => ask('openJournal', realm),
  appendJournal: (added) => ask('appendJournal', added),
  rewriteJournal: (kept) => ask('rewriteJournal', kept),
  wipeRealm: (realm) => ask('wipeRealm', realm),
  readPacks: (realm) => ask('readPacks', realm),
  refreshPacks: (realm) => ask('refreshPacks', realm),
  readPack: (wanted) => ask('readPack', wanted),
  alertAgent: (kind) => ask('alertAgent', kind),
  calmAgent: () => ask('calmAgent'),
  reportProblem: (code) => ask('reportProblem', code),
  onPracticeStopped: (listener) => listen('practiceStopped', () => listener()),
  onComputerWoke: (listener) => listen('computerWoke', () => listener()),
  onDialAsked: (listener) => listen('dialAsked', listener),
}

contextBridge.exposeInMainWorld('desktop', bridge)
