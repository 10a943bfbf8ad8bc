import { Grammar } from 'sip.js/lib/core/index.js'
import type { URI } from 'sip.js/lib/core/index.js'

/** A dialog as one of its ends names it (RFC 3891 §3): the tags as the receiver of the name sees them. */
export interface DialogName {
  readonly callId: string
  /** The tag that the receiver has given itself. */
  readonly localTag: string
  readonly remoteTag: string
}

/** Where a REFER sends somebody. */
export interface ReferTarget {
  /** What would be dialled to get there. */
  readonly dialled: string
  /** In an attended transfer: the call that is taken over (RFC 5589 §7). */
  readonly replaces?: DialogName
}

/** The value of a Refer-To field (RFC 3515 §2.1); `undefined` for what is no SIP address or names half a dialog. */
export function referTargetOf(field: string | undefined): ReferTarget | undefined {
  const uri = addressIn(field ?? '')
  if (!uri || !/^sips?$/.test(uri.scheme) || uri.user === undefined || uri.user === '') return undefined
  const replaces = uri.getHeader('Replaces')
  if (!replaces) return { dialled: uri.user }
  const dialog = dialogNameOf(replaces.join())
  return dialog && { dialled: uri.user, replaces: dialog }
}

function addressIn(field: string): URI | undefined {
  try {
    return Grammar.nameAddrHeaderParse(field.includes('<') ? field : `<${field.trim()}>`)?.uri
  } catch {
    // The grammar throws on some nonsense instead of refusing it.
    return undefined
  }
}

/** `12345@host;to-tag=a;from-tag=b`, escaped as a header of a URI is (RFC 3261 §19.1.1). */
function dialogNameOf(escaped: string): DialogName | undefined {
  const [callId = '', ...parameters] = unescaped(escaped).split(';')
  const tag = (name: string): string =>
    parameters.find((parameter) => parameter.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1) ??
    ''
  const [localTag, remoteTag] = [tag('to-tag'), tag('from-tag')]
  return callId && localTag && remoteTag ? { callId, localTag, remoteTag } : undefined
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
