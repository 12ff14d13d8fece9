import { type CodeList, codeListSchema } from '@/lib/procedures/code-list'
import advertisingMedia from '@/lib/procedures/codelists/advertising-media.json' with {
  type: 'json',
}
import aestheticServices from '@/lib/procedures/codelists/aesthetic-services.json' with {
  type: 'json',
}
import countries from '@/lib/procedures/codelists/countries.json' with { type: 'json' }
import deviceRiskClasses from '@/lib/procedures/codelists/device-risk-classes.json' with {
  type: 'json',
}
import emrCriteria from '@/lib/procedures/codelists/emr-criteria.json' with { type: 'json' }
import ethnicGroups from '@/lib/procedures/codelists/ethnic-groups.json' with { type: 'json' }
import facilityTypes from '@/lib/procedures/codelists/facility-types.json' with { type: 'json' }
import fieldGroups from '@/lib/procedures/codelists/field-groups.json' with { type: 'json' }
import genders from '@/lib/procedures/codelists/genders.json' with { type: 'json' }
import itCriteriaGroups from '@/lib/procedures/codelists/it-criteria-groups.json' with {
  type: 'json',
}
import itMaturityLevels from '@/lib/procedures/codelists/it-maturity-levels.json' with {
  type: 'json',
}
import languages from '@/lib/procedures/codelists/languages.json' with { type: 'json' }
import legalForms from '@/lib/procedures/codelists/legal-forms.json' with { type: 'json' }
import pharmacistPositions from '@/lib/procedures/codelists/pharmacist-positions.json' with {
  type: 'json',
}
import pharmacyQualifications from '@/lib/procedures/codelists/pharmacy-qualifications.json' with {
  type: 'json',
}
import pharmacyRetailTypes from '@/lib/procedures/codelists/pharmacy-retail-types.json' with {
  type: 'json',
}
import professionalTitles from '@/lib/procedures/codelists/professional-titles.json' with {
  type: 'json',
}
import qualificationLevels from '@/lib/procedures/codelists/qualification-levels.json' with {
  type: 'json',
}
import roomTypes from '@/lib/procedures/codelists/room-types.json' with { type: 'json' }
import scopesOfPractice from '@/lib/procedures/codelists/scopes-of-practice.json' with {
  type: 'json',
}
import specialties from '@/lib/procedures/codelists/specialties.json' with { type: 'json' }
import weekdays from '@/lib/procedures/codelists/weekdays.json' with { type: 'json' }
import { communeDirectory } from '@/lib/procedures/communes'
import units from '@/lib/procedures/communes/communes.json' with { type: 'json' }
import type { CodeLists } from '@/lib/procedures/form-rules'

const lists: readonly CodeList[] = [
  aestheticServices,
  countries,
  deviceRiskClasses,
  facilityTypes,
  fieldGroups,
  languages,
  legalForms,
  professionalTitles,
  roomTypes,
  scopesOfPractice,
  specialties,
  weekdays,
  advertisingMedia,
  emrCriteria,
  ethnicGroups,
  genders,
  itCriteriaGroups,
  itMaturityLevels,
  pharmacistPositions,
  pharmacyQualifications,
  pharmacyRetailTypes,
  qualificationLevels,
].map((list) => codeListSchema.parse(list))

/** The code lists and the directory of communes (state of 20/09/2026) that come with the product. */
export const SHIPPED_CODES: CodeLists = {
  lists: Object.fromEntries(lists.map((list) => [list.key, list])),
  communes: communeDirectory(units),
}
