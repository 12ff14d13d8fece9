'use client'

import { AddressField } from '@/components/form/fields/address'
import { BooleanField, MultiselectField, SelectField } from '@/components/form/fields/choice'
import {
  DateField,
  EmailField,
  LongTextField,
  MoneyField,
  NumberField,
  PhoneField,
  TextField,
  TimeField,
} from '@/components/form/fields/plain'
import { ScheduleField } from '@/components/form/fields/schedule'
import type { Column } from '@/lib/procedures/shape/field'

/** The control of one simple question, or of one column of a row. */
export function CellControl({ field, path }: { field: Column; path: string }) {
  switch (field.type) {
    case 'text':
      return <TextField field={field} path={path} />
    case 'longtext':
      return <LongTextField field={field} path={path} />
    case 'number':
      return <NumberField field={field} path={path} />
    case 'money':
      return <MoneyField field={field} path={path} />
    case 'date':
      return <DateField field={field} path={path} />
    case 'time':
      return <TimeField field={field} path={path} />
    case 'boolean':
      return <BooleanField field={field} path={path} />
    case 'select':
      return <SelectField field={field} path={path} />
    case 'multiselect':
      return <MultiselectField field={field} path={path} />
    case 'address':
      return <AddressField field={field} path={path} />
    case 'phone':
      return <PhoneField field={field} path={path} />
    case 'email':
      return <EmailField field={field} path={path} />
    case 'schedule':
      return <ScheduleField field={field} path={path} />
  }
}
