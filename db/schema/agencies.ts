import { boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { OfficerRole } from '@/lib/workflow/roles'
import { id, moment } from './columns'
import { people } from './identity'

export type AgencyContact = {
  address: string
  phone: string
  email: string
  deskName: { vi: string; en: string }
}

/** The Ministry and the 34 provincial health departments. Agency codes carry whether anybody confirmed them. */
export const agencies = pgTable('agencies', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  codeConfidence: text('code_confidence').$type<'verified' | 'unverified'>().notNull(),
  kind: text('kind')
    .$type<'ministry' | 'ministry-department' | 'provincial-health-department'>()
    .notNull(),
  provinceCode: text('province_code'),
  nameVi: text('name_vi').notNull(),
  nameEn: text('name_en').notNull(),
  parentNameVi: text('parent_name_vi').notNull(),
  place: text('place').notNull(),
  licenceSuffix: text('licence_suffix').notNull(),
  contact: jsonb('contact').$type<AgencyContact>().notNull(),
  sealKeyId: text('seal_key_id'),
  active: boolean('active').notNull().default(true),
})

/** A person's post in an agency; roles are the officer roles of the product. */
export const officerPosts = pgTable(
  'officer_posts',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    division: text('division').notNull(),
    position: text('position').notNull(),
    capacityLines: jsonb('capacity_lines').$type<string[]>().notNull(),
    roles: text('roles').array().$type<OfficerRole[]>().notNull(),
    phone: text('phone').notNull(),
    signingKeyId: text('signing_key_id'),
    validFrom: moment('valid_from').notNull(),
    validTo: moment('valid_to'),
  },
  (table) => [
    index('officer_posts_person').on(table.personId),
    index('officer_posts_agency').on(table.agencyId),
  ],
)
