// @vitest-environment node
import { describe, expect, it } from 'vitest'

import {
  installDebianPackages,
  missingPackages,
  parsePackageList,
  readPackageList,
  whyNotHere,
} from '../debian.ts'
import { servicesAmong } from '../debian-services.ts'

const ROOT_ON_DEBIAN = { isRoot: true, hasApt: true, foyerApt: undefined }

describe('the list of Debian packages', () => {
  it('is read with its reasons; comments and empty lines are not packages', () => {
    const text = '# heading\n\nxvfb   # a screen # of its own \n  g++-12 # compiles\n'
    expect(parsePackageList(text)).toEqual([
      { name: 'xvfb', reason: 'a screen # of its own' },
      { name: 'g++-12', reason: 'compiles' },
    ])
  })

  it.each(['xvfb', 'xvfb #', 'xvfb sox # two', 'Xvfb # case', 'xvfb # a\nxvfb # b'])(
    'refuses "%s"',
    (text) => {
      expect(() => parsePackageList(text)).toThrow()
    },
  )

  it('can be read as it is', () => {
    expect(readPackageList().map(({ name }) => name)).toContain('kamailio')
  })
})

describe('installing what is missing', () => {
  it('knows what is installed and what is not', async () => {
    const list = ['dpkg', 'no-such-package-anywhere'].map((name) => ({ name, reason: 'test' }))
    expect(await missingPackages(list)).toEqual(['no-such-package-anywhere'])
  })

  it('does nothing when nothing is missing', async () => {
    expect(await installDebianPackages([{ name: 'dpkg', reason: 'test' }])).toEqual({ kind: 'complete' })
  })

  it('is done by root, on a system with apt-get, unless it was forbidden', () => {
    expect([
      whyNotHere(ROOT_ON_DEBIAN),
      whyNotHere({ ...ROOT_ON_DEBIAN, foyerApt: '0' }),
      whyNotHere({ ...ROOT_ON_DEBIAN, hasApt: false }),
      whyNotHere({ ...ROOT_ON_DEBIAN, isRoot: false }),
    ]).toEqual([
      undefined,
      'FOYER_APT=0 forbids it',
      'this system has no apt-get',
      'only root may install packages',
    ])
  })

  it('knows the services that came with a package, to stop them', () => {
    const files = [
      '/.',
      '/etc/init.d',
      '/etc/init.d/kamailio',
      '/lib/systemd/system/kamailio.service',
      '/usr/lib/systemd/system/kamailio.socket',
      '/lib/systemd/system/kamailio@.service',
      '/usr/lib/systemd/user/pulseaudio.service',
      '/usr/share/doc/kamailio/kamailio.service',
    ]
    expect(servicesAmong(files.join('\n'))).toEqual({
      units: ['kamailio.service', 'kamailio.socket'],
      scripts: ['kamailio'],
    })
  })
})
