import type { App } from 'electron'

/** RFC 3966 and RFC 3261 §19.1; `callto:` is what older programs write. */
const schemes = ['tel', 'sip', 'sips', 'callto'] as const
const link = new RegExp(`^(?:${schemes.join('|')}):`, 'i')
/** Characters; the desk would not understand anything longer. */
const longest = 200

/** The link among the arguments of a start, if there is one: Windows and Linux hand it over so. */
export const dialLinkIn = (args: readonly string[]): string | undefined =>
  args.find((argument) => link.test(argument) && argument.length <= longest)

/**
 * Hears of links that other programs ask the desk to call. The system must know the desk as a program for them: the
 * installed package says so. A link calls nobody: it fills in what the agent would have typed.
 */
export function watchDialLinks(app: App, onLink: (link: string) => void): void {
  // macOS tells a running program; the others start a second one, which hands its arguments over and ends.
  app.on('open-url', (event, url) => {
    event.preventDefault()
    const found = dialLinkIn([url])
    if (found !== undefined) onLink(found)
  })
  app.on('second-instance', (_event, args) => {
    const found = dialLinkIn(args)
    if (found !== undefined) onLink(found)
  })
}
