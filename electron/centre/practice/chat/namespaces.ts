/** The names that the server speaks of, by the document that defines them. */
export const ns = {
  /** RFC 7395 */
  framing: 'urn:ietf:params:xml:ns:xmpp-framing',
  /** RFC 6120 */
  client: 'jabber:client',
  stream: 'http://etherx.jabber.org/streams',
  streamErrors: 'urn:ietf:params:xml:ns:xmpp-streams',
  stanzaErrors: 'urn:ietf:params:xml:ns:xmpp-stanzas',
  sasl: 'urn:ietf:params:xml:ns:xmpp-sasl',
  bind: 'urn:ietf:params:xml:ns:xmpp-bind',
  session: 'urn:ietf:params:xml:ns:xmpp-session',
  roster: 'jabber:iq:roster',
  /** XEP-0114 */
  component: 'jabber:component:accept',
  /** XEP-0198 */
  acknowledging: 'urn:xmpp:sm:3',
  /** XEP-0030 */
  info: 'http://jabber.org/protocol/disco#info',
  items: 'http://jabber.org/protocol/disco#items',
  /** XEP-0004 */
  form: 'jabber:x:data',
  /** XEP-0045 */
  muc: 'http://jabber.org/protocol/muc',
  mucUser: 'http://jabber.org/protocol/muc#user',
  mucAdmin: 'http://jabber.org/protocol/muc#admin',
  mucOwner: 'http://jabber.org/protocol/muc#owner',
  roomConfig: 'http://jabber.org/protocol/muc#roomconfig',
  roomInfo: 'http://jabber.org/protocol/muc#roominfo',
  /** XEP-0059, XEP-0313 */
  pages: 'http://jabber.org/protocol/rsm',
  archive: 'urn:xmpp:mam:2',
  archiveMore: 'urn:xmpp:mam:2#extended',
  /** XEP-0203, XEP-0280, XEP-0297 */
  delay: 'urn:xmpp:delay',
  carbons: 'urn:xmpp:carbons:2',
  forward: 'urn:xmpp:forward:0',
  /** XEP-0333, XEP-0334, XEP-0359, XEP-0421 */
  markers: 'urn:xmpp:chat-markers:0',
  receipts: 'urn:xmpp:receipts',
  hints: 'urn:xmpp:hints',
  ids: 'urn:xmpp:sid:0',
  occupant: 'urn:xmpp:occupant-id:0',
  /** XEP-0199, XEP-0249, XEP-0363 */
  ping: 'urn:xmpp:ping',
  directInvitation: 'jabber:x:conference',
  upload: 'urn:xmpp:http:upload:0',
} as const
