// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { emergencyNumbers, isEmergencyNumber } from '../../../renderer/domain/emergency-number.ts'

describe('emergency numbers', () => {
  it('are known as somebody dials them', () => {
    const wanted = [
      '112',
      '911',
      '999',
      '000',
      '15',
      '17',
      '18',
      '114',
      '115',
      '119',
      '191',
      '196',
      '110',
      '113',
    ]
    expect(wanted.filter((number) => !isEmergencyNumber(number))).toEqual([])
    expect(emergencyNumbers.filter((number) => !isEmergencyNumber(number))).toEqual([])
  })

  it.each([
    ' 9 1 1 ',
    '9-1-1',
    '(911)',
    '1.1.2',
    '+112',
    '\u202a911\u202c',
    '９１１',
    'tel:911',
    'TEL:9-1-1;phone-context=+1',
    'sip:911@practice.invalid',
    'sip:911@practice.invalid;user=phone',
    'sips:112;phone-context=x@host',
    'sip:%39%31%31@host',
    'sip:911',
    'callto://999',
    'urn:service:sos',
    'URN:service:SOS.police',
    '9911',
    '0-911',
  ])('are known in %j', (dialled) => {
    expect(isEmergencyNumber(dialled)).toBe(true)
  })

  it.each([
    '',
    '+',
    '116117',
    '116 117',
    '988',
    '9110',
    '1911',
    '+15145550112',
    '+442079460911',
    'sip:agent@911',
    'sip:constructor@host',
    'tel:toString',
    '%zz911%',
    'urn:service:sosnot',
    'urn:service:counseling',
  ])('are not seen in %j', (dialled) => {
    expect(isEmergencyNumber(dialled)).toBe(false)
  })
})
