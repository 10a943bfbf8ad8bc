/** XML namespaces: of XMPP (RFC 6120), of its extensions (XEPs), and of the centre's own queue (docs/chat-queue.md). */
export const ns = {
  client: 'jabber:client',
  stream: 'http://etherx.jabber.org/streams',
  stanzas: 'urn:ietf:params:xml:ns:xmpp-stanzas',
  form: 'jabber:x:data', // XEP-0004
  discoInfo: 'http://jabber.org/protocol/disco#info', // XEP-0030
  discoItems: 'http://jabber.org/protocol/disco#items',
  muc: 'http://jabber.org/protocol/muc', // XEP-0045
  mucUser: 'http://jabber.org/protocol/muc#user',
  page: 'http://jabber.org/protocol/rsm', // XEP-0059
  outOfBand: 'jabber:x:oob', // XEP-0066
  chatStates: 'http://jabber.org/protocol/chatstates', // XEP-0085
  workgroup: 'http://jabber.org/protocol/workgroup', // XEP-0142
  receipts: 'urn:xmpp:receipts', // XEP-0184
  ping: 'urn:xmpp:ping', // XEP-0199
  delay: 'urn:xmpp:delay', // XEP-0203
  carbons: 'urn:xmpp:carbons:2', // XEP-0280
  forward: 'urn:xmpp:forward:0', // XEP-0297
  archive: 'urn:xmpp:mam:2', // XEP-0313
  markers: 'urn:xmpp:chat-markers:0', // XEP-0333
  hints: 'urn:xmpp:hints', // XEP-0334
  ids: 'urn:xmpp:sid:0', // XEP-0359
  upload: 'urn:xmpp:http:upload:0', // XEP-0363
  encryption: 'urn:xmpp:eme:0', // XEP-0380
  occupant: 'urn:xmpp:occupant-id:0', // XEP-0421
  file: 'urn:xmpp:file:metadata:0', // XEP-0446
  sharing: 'urn:xmpp:sfs:0', // XEP-0447
  url: 'http://jabber.org/protocol/url-data', // XEP-0104
  queue: 'urn:foyer:queue:1',
  handOver: 'urn:foyer:hand-over:1',
} as const
