import { formOf } from '../forms.ts'
import { ns } from '../namespaces.ts'
import { xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import type { Room } from './room.ts'

/** What the rooms' service can do. */
export const serviceInformation = (): Xml =>
  xml(
    'query',
    { xmlns: ns.info },
    xml('identity', { category: 'conference', type: 'text', name: 'Rooms' }),
    ...[ns.info, ns.items, ns.muc, ns.ping, ns.ids, ns.occupant].map(feature),
  )

/** XEP-0045 §6.4 and §15.5. */
export function roomInformation({ config, occupants }: Room): Xml {
  const features = [
    ...[ns.info, ns.muc, ns.archive, ns.archiveMore, ns.ids, ns.occupant, ns.ping],
    config.membersOnly ? 'muc_membersonly' : 'muc_open',
    config.persistent ? 'muc_persistent' : 'muc_temporary',
    config.isPublic ? 'muc_public' : 'muc_hidden',
    config.moderated ? 'muc_moderated' : 'muc_unmoderated',
    config.whois === 'anyone' ? 'muc_nonanonymous' : 'muc_semianonymous',
    'muc_unsecured',
  ]
  return xml(
    'query',
    { xmlns: ns.info },
    xml('identity', {
      category: 'conference',
      type: 'text',
      name: config.name === '' ? undefined : config.name,
    }),
    ...features.map(feature),
    formOf('result', ns.roomInfo, [
      { name: 'muc#roominfo_description', type: 'text-single', value: config.description },
      { name: 'muc#roominfo_occupants', type: 'text-single', value: String(occupants.length) },
    ]),
  )
}

export const roomList = (rooms: readonly Room[]): Xml =>
  xml(
    'query',
    { xmlns: ns.items },
    ...rooms
      .filter(({ config, isLocked }) => config.isPublic && !isLocked)
      .map(({ address, config }) =>
        xml('item', { jid: address, name: config.name === '' ? undefined : config.name }),
      ),
  )

const feature = (name: string): Xml => xml('feature', { var: name })
