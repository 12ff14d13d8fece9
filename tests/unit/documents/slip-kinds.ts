import { renderControlSlip } from '@/lib/documents/control-slip'
import { controlSlipDataSchema } from '@/lib/documents/control-slip-data'
import { renderExtensionLetter } from '@/lib/documents/extension-letter'
import { extensionLetterDataSchema } from '@/lib/documents/extension-letter-data'
import { renderInspectionMinutes } from '@/lib/documents/inspection-minutes'
import { inspectionMinutesDataSchema } from '@/lib/documents/inspection-minutes-data'
import { renderRefusalSlip } from '@/lib/documents/refusal-slip'
import { refusalSlipDataSchema } from '@/lib/documents/refusal-slip-data'
import { renderRegister } from '@/lib/documents/register'
import { registerDataSchema } from '@/lib/documents/register-data'
import { renderStopNotice } from '@/lib/documents/stop-notice'
import { stopNoticeDataSchema } from '@/lib/documents/stop-notice-data'
import { renderSupplementSlip } from '@/lib/documents/supplement-slip'
import { supplementSlipDataSchema } from '@/lib/documents/supplement-slip-data'
import { renderTransferSlip } from '@/lib/documents/transfer-slip'
import { transferSlipDataSchema } from '@/lib/documents/transfer-slip-data'
import { sampleExtensionLetter, sampleStopNotice } from '@/tests/factories/sample-letters'
import {
  sampleControlSlip,
  sampleMinutes,
  sampleRegister,
  sampleTransferSlip,
} from '@/tests/factories/sample-records'
import { sampleRefusalSlip, sampleSupplementSlip } from '@/tests/factories/sample-slips'

const DESK = ['desk-signature']
const NUMBERED = [
  'document-number',
  'issue-day',
  'issue-month',
  'issue-year',
  'leader-signature',
  'agency-seal',
]

type CommonText = { agencyName?: string; demo?: boolean }

/** Every kind of slip with its sample; a test of all walks this table. */
export const SLIP_KINDS = [
  {
    kind: 'supplement slip',
    schema: supplementSlipDataSchema,
    fields: DESK,
    sample: (common: CommonText = {}) => sampleSupplementSlip(common),
    render: (common?: CommonText) => renderSupplementSlip(sampleSupplementSlip(common)),
  },
  {
    kind: 'refusal slip',
    schema: refusalSlipDataSchema,
    fields: DESK,
    sample: (common: CommonText = {}) => sampleRefusalSlip(common),
    render: (common?: CommonText) => renderRefusalSlip(sampleRefusalSlip(common)),
  },
  {
    kind: 'extension letter',
    schema: extensionLetterDataSchema,
    fields: NUMBERED,
    sample: (common: CommonText = {}) => sampleExtensionLetter(common),
    render: (common?: CommonText) => renderExtensionLetter(sampleExtensionLetter(common)),
  },
  {
    kind: 'stop notice',
    schema: stopNoticeDataSchema,
    fields: NUMBERED,
    sample: (common: CommonText = {}) => sampleStopNotice(common),
    render: (common?: CommonText) => renderStopNotice(sampleStopNotice(common)),
  },
  {
    kind: 'control slip',
    schema: controlSlipDataSchema,
    fields: DESK,
    sample: (common: CommonText = {}) => sampleControlSlip(common),
    render: (common?: CommonText) => renderControlSlip(sampleControlSlip(common)),
  },
  {
    kind: 'register',
    schema: registerDataSchema,
    fields: DESK,
    sample: (common: CommonText = {}) => sampleRegister(3, common),
    render: (common?: CommonText) => renderRegister(sampleRegister(3, common)),
  },
  {
    kind: 'minutes',
    schema: inspectionMinutesDataSchema,
    fields: ['facility-signature', 'team-lead-signature'],
    sample: (common: CommonText = {}) => sampleMinutes(common),
    render: (common?: CommonText) => renderInspectionMinutes(sampleMinutes(common)),
  },
  {
    kind: 'transfer slip',
    schema: transferSlipDataSchema,
    fields: DESK,
    sample: (common: CommonText = {}) => sampleTransferSlip(common),
    render: (common?: CommonText) => renderTransferSlip(sampleTransferSlip(common)),
  },
]
