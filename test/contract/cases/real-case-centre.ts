import { startRequestTracker } from '../../servers/request-tracker.ts'
import type { CaseCentre } from './case-centre.ts'

/** Request Tracker 5, as Debian has it. */
export async function startRealCaseCentre(): Promise<CaseCentre> {
  const tracker = await startRequestTracker()
  const { office, workers } = tracker
  return {
    server: tracker.url,
    world: {
      queue: 'Passports',
      otherQueue: 'Benefits',
      hiddenQueue: 'Investigations',
      clientIdField: 'Desk id',
      choice: { name: 'Channel', options: ['telephone', 'visit'] },
      several: { name: 'Needs', options: ['large print', 'Langue des signes québécoise'] },
      date: 'Appointment',
      dateTime: 'Call back at',
      text: 'Reference',
      longText: 'Circumstances',
      customer: {
        address: 'amelie.tremblay@example.org',
        name: 'Amélie Tremblay',
        number: '+15145550123',
      },
    },
    accounts: [
      { kind: 'password', user: workers.agent1.user, secret: workers.agent1.password },
      { kind: 'token', user: workers.agent2.user, secret: workers.agent2.token },
    ],
    merge: (number, into) => office.merge(number, into),
    remove: (number) => office.remove(number),
    move: (number, queue) => office.move(number, queue),
    addField: (name) => office.addField(name, 'Freeform'),
    stir: (number) => office.stir(number),
    sentMail: () => tracker.sentMail(),
    receiveMail: (letter) => tracker.receiveMail(letter),
    endSessions: () => tracker.endSessions(),
    snapshot: () => tracker.snapshot(),
    restore: () => tracker.restore(),
    stop: () => tracker.stop(),
  }
}
