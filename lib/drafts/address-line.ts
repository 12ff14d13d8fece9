import type { AddressAnswer } from '@/lib/procedures/answers'
import { type CommuneDirectory, unitLabel } from '@/lib/procedures/communes'
import { foldVietnamese } from '@/lib/procedures/fold-vietnamese'

/**
 * An address in one line, as registers send it ("Số 12, phố Mẫu, phường Hoàn Kiếm, thành phố Hà Nội"),
 * taken apart; undefined unless its last two parts are a commune and its province of today. An old
 * address with a district is left to the person: nobody guesses where it lies now.
 */
export function readAddressLine(
  line: string,
  directory: CommuneDirectory,
): AddressAnswer | undefined {
  const parts = line.split(',').map((part) => part.trim())
  const isNamed = (unit: { type: string; name: string }, part: string | undefined) =>
    foldVietnamese(unitLabel(unit)) === foldVietnamese(part ?? '')
  const province = directory.provinces.find((unit) => isNamed(unit, parts.at(-1)))
  const commune = province?.communes.find((unit) => isNamed(unit, parts.at(-2)))
  const street = parts.slice(0, -2).join(', ')
  if (!province || !commune || street === '') return undefined
  return { province: province.code, commune: commune.code, street }
}
