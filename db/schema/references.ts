import { officerPosts } from './agencies'
import { id } from './columns'
import { dossiers } from './dossiers'

/** The dossier that a row belongs to. */
export const ofDossier = () =>
  id('dossier_id')
    .notNull()
    .references(() => dossiers.id)

/** The post of the officer who did it. */
export const post = (name: string) => id(name).references(() => officerPosts.id)
