import type { CdpSession } from '../chromium/cdp.ts'
import type { PermissionAnswer, PermissionQuestion } from '../in-page/messages.ts'
import { permissionChecks } from './permission-names.ts'
import type { BrowserPermission } from './permission-names.ts'
import { originOf } from '../chromium/schemes.ts'
import type { Schemes } from '../chromium/schemes.ts'

export type RequestHandler = (
  webContents: object,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void

export type CheckHandler = (
  webContents: object | null,
  permission: string,
  requestingOrigin: string,
  details: object,
) => boolean

/** Who asks: a page and the app's URL of its document. */
interface Asker {
  readonly webContents: object
  readonly url: string
}

/** Everything is refused in the browser until the app's handlers grant it, for the asking origin alone. */
export class Permissions {
  requestHandler: RequestHandler | undefined
  checkHandler: CheckHandler | undefined
  readonly #schemes: Schemes
  #browser: CdpSession | undefined
  /** The permissions that this browser knows: another version may know fewer. */
  #known: readonly BrowserPermission[] = []
  /** What the browser was told last, by origin and permission. */
  readonly #settings = new Map<string, 'granted' | 'denied'>()

  constructor(schemes: Schemes) {
    this.#schemes = schemes
  }

  /** Refuses everything to everybody. */
  async denyAll(browser: CdpSession): Promise<void> {
    this.#browser = browser
    const all = permissionChecks.flatMap(({ decides }) => decides)
    const denied = await Promise.all(
      all.map((permission) =>
        browser.send('Browser.setPermission', { permission, setting: 'denied' }).then(
          () => permission,
          () => undefined,
        ),
      ),
    )
    this.#known = denied.filter((permission) => permission !== undefined)
  }

  /** Sets what the browser says of each permission (navigator.permissions, labels of devices) by the check handler. */
  async applyChecks({ webContents, url }: Asker): Promise<void> {
    if (!this.#schemes.has(new URL(url).protocol.slice(0, -1))) return
    const origin = originOf(url)
    const answers = permissionChecks.map(({ permission, mediaType, decides }) => {
      const details = {
        isMainFrame: true,
        requestingUrl: url,
        ...(mediaType === undefined ? {} : { mediaType, securityOrigin: `${origin}/` }),
      }
      // Electron gives an origin as a URL: with a slash at its end.
      const granted = this.checkHandler?.(webContents, permission, `${origin}/`, details) ?? false
      return this.#set(decides, { granted: granted && !this.#isRefused(mediaType), origin })
    })
    await Promise.all(answers)
  }

  /** Asks the app's request handler, and sets the browser accordingly before the page goes on. */
  async ask({ webContents, url }: Asker, question: PermissionQuestion): Promise<PermissionAnswer> {
    const { permission, mediaTypes } = question
    const origin = originOf(url)
    const details = {
      isMainFrame: true,
      requestingUrl: url,
      ...(mediaTypes === undefined ? {} : { mediaTypes: [...mediaTypes], securityOrigin: `${origin}/` }),
    }
    const handler = this.requestHandler
    const granted =
      handler !== undefined &&
      (await new Promise<boolean>((answer) => handler(webContents, permission, answer, details)))
    if (granted && mediaTypes?.some((type) => this.#isRefused(type))) return 'refused-by-system'
    for (const check of permissionChecks) {
      if (check.permission !== permission) continue
      if (check.mediaType !== undefined && !mediaTypes?.includes(check.mediaType)) continue
      await this.#set(check.decides, { granted, origin })
    }
    return granted ? 'granted' : 'denied'
  }

  /** Whether the operating system refuses the device, whatever the app says. */
  #isRefused(mediaType: 'audio' | 'video' | undefined): boolean {
    return mediaType === 'audio' && (process.env['STANDIN_REFUSE_MICROPHONE'] ?? '') !== ''
  }

  async #set(
    permissions: readonly BrowserPermission[],
    { granted, origin }: { granted: boolean; origin: string },
  ): Promise<void> {
    const inBrowser = this.#schemes.originInBrowser(origin) ?? origin
    const setting = granted ? 'granted' : 'denied'
    const changed = permissions.filter((permission) => {
      const key = `${inBrowser} ${JSON.stringify(permission)}`
      if (!this.#known.includes(permission) || (this.#settings.get(key) ?? 'denied') === setting) return false
      this.#settings.set(key, setting)
      return true
    })
    const tell = async (permission: BrowserPermission): Promise<void> => {
      await this.#browser?.send('Browser.setPermission', { permission, setting, origin: inBrowser })
    }
    await Promise.all(changed.map(tell))
  }
}
