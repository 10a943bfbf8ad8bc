/** XEP-0142, and what that document does not have. */
export const workgroup = 'http://jabber.org/protocol/workgroup'
export const queueWire = 'urn:foyer:queue:1'
export const handOverWire = 'urn:foyer:hand-over:1'

/** RFC 6120 §8.3.3 */
export const stanzaErrors = 'urn:ietf:params:xml:ns:xmpp-stanzas'
/** XEP-0045 */
export const muc = 'http://jabber.org/protocol/muc'
export const mucUser = `${muc}#user`
export const mucAdmin = `${muc}#admin`
export const mucOwner = `${muc}#owner`
export const mucRoomConfig = `${muc}#roomconfig`
/** XEP-0004 */
export const dataForm = 'jabber:x:data'
/** XEP-0249 */
export const conference = 'jabber:x:conference'
/** XEP-0421 */
export const occupantId = 'urn:xmpp:occupant-id:0'
/** XEP-0199, XEP-0030 */
export const ping = 'urn:xmpp:ping'
export const discoInfo = 'http://jabber.org/protocol/disco#info'
export const discoItems = 'http://jabber.org/protocol/disco#items'
