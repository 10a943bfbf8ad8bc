import type { CdpSession } from './cdp.ts'

/** As Electron's console-message event. */
export interface ConsoleMessage {
  readonly level: 'debug' | 'info' | 'warning' | 'error'
  readonly message: string
  readonly lineNumber: number
  readonly sourceId: string
}

const levels: Readonly<Record<string, ConsoleMessage['level']>> = {
  debug: 'debug',
  verbose: 'debug',
  warning: 'warning',
  error: 'error',
  assert: 'error',
}

/** Gathers what a page writes to its console, what the browser writes there, and its uncaught errors. */
export function forwardConsole(session: CdpSession, tell: (message: ConsoleMessage) => void): void {
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const place = stackTrace?.callFrames[0]
    tell({
      level: levels[type] ?? 'info',
      message: args.map(({ value, description }) => textOf(value) ?? description ?? '').join(' '),
      lineNumber: (place?.lineNumber ?? -1) + 1,
      sourceId: place?.url ?? '',
    })
  })
  session.on('Log.entryAdded', ({ entry }) =>
    tell({
      level: levels[entry.level] ?? 'info',
      message: entry.text,
      lineNumber: (entry.lineNumber ?? -1) + 1,
      sourceId: entry.url ?? '',
    }),
  )
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, url, lineNumber } }) =>
    tell({
      level: 'error',
      message: [text, exception?.description ?? ''].join(' ').trim(),
      lineNumber: lineNumber + 1,
      sourceId: url ?? '',
    }),
  )
}

function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}
