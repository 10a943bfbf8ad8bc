/**
 * Everything that can go wrong and that an agent may see. The sentence and the remedy are in `words/problems.ts`,
 * in each language; `kept` says whether what was written is safe.
 */
export const problemCodes = [
  'wrong-password',
  'server-unreachable',
  'server-refused',
  'link-lost',
  'signed-out',
  'microphone-refused',
  'microphone-missing',
  'microphone-busy',
  'call-failed',
  'control-failed',
  'transfer-failed',
  'recording-not-paused',
  'recording-not-resumed',
  'queue-not-told',
  'device-lost',
  'speaker-missing',
  'link-dialled',
  'store-unopened',
  'store-undecryptable',
  'store-newer',
  'rows-unreadable',
  'not-saved',
  'key-unavailable',
  'keystore-weak',
  'keystore-missing',
  'practice-unstarted',
  'practice-stopped',
  'settings-unread',
  'desktop-refused',
  'cases-unreachable',
  'cases-sign-in-needed',
  'cases-wrong-password',
  'cases-not-understood',
  'cases-restored',
  'cases-unreadable',
  'journal-damaged',
  'journal-newer',
  'journal-restored',
  'storage-low',
  'file-missing',
  'file-too-large',
  'chat-unreachable',
  'chat-signed-out',
  'chat-gone',
  'chat-not-handed-on',
  'chat-not-ended',
  'chat-file-refused',
  'chat-not-sent',
  'articles-unread',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** What the agent can do about it from where it is shown. */
export type Remedy = 'retry' | 'set-aside' | 'check-microphone' | 'sign-in-again' | 'none'

export interface Problem {
  readonly code: ProblemCode
  /** What was written before is safe. */
  readonly kept: boolean
  readonly remedy: Remedy
}

const remedies: Readonly<Record<ProblemCode, Remedy>> = {
  // The same password again would be refused again, and could lock the account: the form is there.
  'wrong-password': 'none',
  'server-unreachable': 'retry',
  'server-refused': 'retry',
  'link-lost': 'none',
  'signed-out': 'sign-in-again',
  'microphone-refused': 'check-microphone',
  'microphone-missing': 'check-microphone',
  'microphone-busy': 'check-microphone',
  'call-failed': 'none',
  'control-failed': 'none',
  'transfer-failed': 'none',
  // The guide shows the stretch, with its button.
  'recording-not-paused': 'none',
  'recording-not-resumed': 'none',
  'queue-not-told': 'retry',
  'device-lost': 'none',
  'speaker-missing': 'none',
  // A link from another program came while the agent was typing.
  'link-dialled': 'none',
  'store-unopened': 'retry',
  'store-undecryptable': 'set-aside',
  'store-newer': 'none',
  'rows-unreadable': 'none',
  'not-saved': 'retry',
  'key-unavailable': 'set-aside',
  'keystore-weak': 'none',
  'keystore-missing': 'retry',
  'practice-unstarted': 'retry',
  'practice-stopped': 'sign-in-again',
  'settings-unread': 'none',
  'desktop-refused': 'none',
  // The desk tries again by itself, and shows when.
  'cases-unreachable': 'none',
  // The form is there.
  'cases-sign-in-needed': 'none',
  'cases-wrong-password': 'none',
  'cases-not-understood': 'none',
  'cases-restored': 'none',
  'cases-unreadable': 'none',
  'journal-damaged': 'none',
  'journal-newer': 'none',
  'journal-restored': 'none',
  'storage-low': 'none',
  'file-missing': 'none',
  'file-too-large': 'none',
  // The desk tries again by itself; what is written waits.
  'chat-unreachable': 'none',
  'chat-signed-out': 'sign-in-again',
  'chat-gone': 'none',
  'chat-not-handed-on': 'none',
  'chat-not-ended': 'none',
  'chat-file-refused': 'none',
  'chat-not-sent': 'none',
  // Looking again is done where it was done.
  'articles-unread': 'none',
}

export const problem = (code: ProblemCode, kept = true): Problem => ({ code, kept, remedy: remedies[code] })
