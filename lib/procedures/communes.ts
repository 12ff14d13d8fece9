import { z } from 'zod'
import { foldVietnamese } from '@/lib/procedures/fold-vietnamese'

const unitCode = z.string().regex(/^\d{5}$/)
const communeSchema = z.object({
  code: unitCode,
  name: z.string(),
  type: z.enum(['xã', 'phường', 'đặc khu']),
})
const provinceSchema = z.object({
  code: z.string().regex(/^\d{2}$/),
  name: z.string(),
  type: z.enum(['tỉnh', 'thành phố']),
  communes: z.array(communeSchema).min(1),
})
const fileSchema = z.object({
  as_of: z.iso.date(),
  code_aliases: z.record(unitCode, unitCode),
  provinces: z.array(provinceSchema).length(34),
})

export type Commune = z.infer<typeof communeSchema>
export type ProvinceUnit = z.infer<typeof provinceSchema>

/** The 34 provinces and their communes since 01/07/2025, by code; there is no district level. */
export type CommuneDirectory = {
  asOf: string
  provinces: readonly ProvinceUnit[]
  province: (code: string) => ProvinceUnit | undefined
  /** Takes an alias code too (two codes were misprinted in early lists). */
  commune: (code: string) => (Commune & { province: string }) | undefined
}

/** Builds the directory from a file of administrative units; throws when it is none. */
export function communeDirectory(file: unknown): CommuneDirectory {
  const { as_of, code_aliases, provinces } = fileSchema.parse(file)
  const byProvince = new Map(provinces.map((province) => [province.code, province]))
  const byCommune = new Map(
    provinces.flatMap((province) =>
      province.communes.map((commune) => [commune.code, { ...commune, province: province.code }]),
    ),
  )
  return {
    asOf: as_of,
    provinces,
    province: (code) => byProvince.get(code),
    commune: (code) => byCommune.get(code_aliases[code] ?? code),
  }
}

/** "Phường Yên Hòa", "Thành phố Hà Nội": the type with a capital, a blank and the bare name. */
export function unitLabel(unit: { type: string; name: string }): string {
  return `${unit.type.charAt(0).toUpperCase()}${unit.type.slice(1)} ${unit.name}`
}

/** Communes of a province whose label has the words typed, with or without accents. */
export function searchCommunes(province: ProvinceUnit, typed: string): Commune[] {
  const wanted = foldVietnamese(typed)
  return province.communes
    .filter((commune) => foldVietnamese(unitLabel(commune)).includes(wanted))
    .sort((a, b) => vietnameseOrder.compare(a.name, b.name))
}

const vietnameseOrder = new Intl.Collator('vi', { numeric: true })
