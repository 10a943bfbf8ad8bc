import type { Switches } from '../switches.ts'

/** Chromium must not update itself, greet its user or speak to anybody: the app alone decides. */
const quiet = [
  'no-first-run',
  'no-default-browser-check',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
  'disable-default-apps',
  'disable-extensions',
  'disable-breakpad',
  'hide-crash-restore-bubble',
  'metrics-recording-only',
  'disable-search-engine-choice-screen',
]

/** A desk is a program, not a tab: it may play sound before the first click. */
const asProgram = [
  'no-startup-window',
  // The app decides when it ends, not the last window.
  'keep-alive-for-test',
  // Says nothing on the screen about the other switches.
  'test-type',
  'password-store=basic',
  'use-mock-keychain',
  'autoplay-policy=no-user-gesture-required',
]

/** `backgroundThrottling: false`: timers run as ever while the window is hidden. */
const unthrottled = [
  'disable-background-timer-throttling',
  'disable-renderer-backgrounding',
  'disable-backgrounding-occluded-windows',
]

const disabledFeatures = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'CalculateNativeWinOcclusion',
]

const disabledFeaturesOf = (throttled: boolean): readonly string[] =>
  throttled ? disabledFeatures : [...disabledFeatures, 'IntensiveWakeUpThrottling']

/** Switches that mean something to Electron's own launcher, or that the stand-in sets itself. */
const notForwarded = ['user-data-dir', 'lang', 'remote-debugging-pipe', 'headless', 'app']

/** Switches whose value is a list that the stand-in adds to. */
const lists = ['disable-features', 'host-resolver-rules']

export interface ChromiumNeeds {
  readonly profile: string
  readonly headed: boolean
  /** A hidden window is treated as a browser treats a hidden tab, which is worse than Electron does. */
  readonly throttled: boolean
  readonly locale: string
  /** How the app's origins are found: see AppServer.start. */
  readonly hostRules: string
  readonly switches: Switches
}

/** Chromium's command line. */
export function chromiumArgs(needs: ChromiumNeeds): string[] {
  const { profile, headed, throttled, locale, hostRules, switches } = needs
  const listed = (name: string, own: string): string =>
    [own, switches.value(name)].filter((part) => part !== '').join(',')
  const forwarded = switches.entries().filter(([name]) => ![...notForwarded, ...lists].includes(name))
  return [
    'remote-debugging-pipe',
    ...commonArgs(profile),
    `accept-lang=${locale}`,
    ...(headed ? [] : ['headless=new']),
    ...quiet,
    ...asProgram,
    ...(throttled ? [] : unthrottled),
    `disable-features=${listed('disable-features', disabledFeaturesOf(throttled).join(','))}`,
    `host-resolver-rules=${listed('host-resolver-rules', hostRules)}`,
    ...forwarded.map(([name, value]) => (value === '' ? name : `${name}=${value}`)),
  ].map((name) => `--${name}`)
}

/** Asks the Chromium that runs on `profile` for a window of its own, without a browser's toolbars. */
export function windowArgs(profile: string, url: string): string[] {
  return [...commonArgs(profile), 'test-type', `app=${url}`].map((name) => `--${name}`)
}

function commonArgs(profile: string): string[] {
  // Chromium's sandbox refuses to run as root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  return [`user-data-dir=${profile}`, ...(asRoot ? ['no-sandbox'] : [])]
}
