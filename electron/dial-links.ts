import type { App } from 'electron'

/** RFC 3966 and RFC 3261 §19.1; `callto:` is what older programs write. */
const schemes = ['tel', 'sip', 'sips', 'callto'] as const
const link = new RegExp(`^(?:${schemes.join('|')}):`, 'i')
/** Characters; the desk would not understand anything longer. */
const longest = 200

/** The link among the arguments of a start, if there is one: Windows and Linux hand it over so. */
export const dialLinkIn = (args: readonly string[]): string | undefined =>
  args.find((argument) => link.test(argument) && argument.length <= longest)

export interface DialLinks {
  /** Tells of every link from now on, and first of the newest that has come already. */
  follow(onLink: (link: string) => void): void
}

/**
 * Hears of links that other programs ask the desk to call, from before the app is ready: macOS tells of the link that
 * starts a program at that time. The system must know the desk as a program for them: the installed package says so. A
 * link calls nobody: it fills in what the agent would have typed.
 * @param args with which this program was started
 */
export function collectDialLinks(app: App, args: readonly string[]): DialLinks {
  let newest = dialLinkIn(args)
  let tell: (link: string) => void = (found) => (newest = found)
  const hear = (found: string | undefined): void => {
    if (found !== undefined) tell(found)
  }
  app.on('open-url', (event, url) => {
    event.preventDefault()
    hear(dialLinkIn([url]))
  })
  // The others start a second program, which hands its arguments over and ends.
  app.on('second-instance', (_event, given) => hear(dialLinkIn(given)))
  return {
    follow(onLink) {
      tell = onLink
      if (newest !== undefined) onLink(newest)
      newest = undefined
    },
  }
}
