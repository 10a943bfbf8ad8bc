/** What `npm start` finds on a machine. */
export interface Machine {
  readonly platform: string
  /** A screen that a window can be shown on. */
  readonly screen: boolean
  readonly root: boolean
  /** Electron's binary, or why it cannot be had. */
  readonly electron: () => { readonly file: string } | { readonly why: string }
  readonly browser: () => string | undefined
}

/** What to run, and the line to say before; or what to say instead. */
export type Start =
  | { readonly kind: 'electron'; readonly file: string }
  | { readonly kind: 'stand-in'; readonly say: string }
  | { readonly kind: 'cannot'; readonly say: readonly string[] }

const cannot = (...say: readonly string[]): Start => ({ kind: 'cannot', say })

/** Decides how the desk is opened, or what its user must install first. Asks for the binary only when all else is there. */
export function howToStart({ platform, screen, root, electron, browser }: Machine): Start {
  if (!screen)
    return cannot(
      'Foyer needs a screen, and this machine shows none (neither DISPLAY nor WAYLAND_DISPLAY is set).',
      'Start it from a desktop session; or on a machine without one, install Xvfb and give it a screen of its own:',
      '  sudo apt-get install -y xvfb xauth && xvfb-run -a npm start',
    )
  const found = electron()
  if ('file' in found)
    return platform === 'linux' && root
      ? cannot('Foyer does not run as root: Chromium’s sandbox refuses it. Start it as an ordinary user.')
      : { kind: 'electron', file: found.file }
  const instead = browser()
  if (instead === undefined)
    return cannot(
      `Electron’s binary is not installed and could not be fetched (${found.why}), and there is no browser to stand in.`,
      'Install one of Chromium, Google Chrome or Microsoft Edge. On Debian or Ubuntu:',
      '  sudo apt-get install -y chromium',
    )
  const say = `Electron’s binary could not be fetched (${found.why}): opening the same desk in ${instead}, through the stand-in.`
  return { kind: 'stand-in', say }
}
