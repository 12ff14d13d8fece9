'use client'

import type { ReactNode } from 'react'
import { CellControl } from '@/components/form/cell-control'
import { TickField } from '@/components/form/fields/choice'
import { NoticeField } from '@/components/form/fields/notice'
import { OrganisationField, PersonField } from '@/components/form/fields/parts'
import { TableField } from '@/components/form/fields/table'
import type { Field } from '@/lib/procedures/shape/field'

type Props = {
  field: Field
  /** The places for papers, made by the page: they are forms of their own. */
  papers: Readonly<Record<string, ReactNode>>
}

/** The control of one question of a section, whatever its type. */
export function FieldControl({ field, papers }: Props) {
  switch (field.type) {
    case 'person':
      return <PersonField field={field} path={field.key} />
    case 'organisation':
      return <OrganisationField field={field} path={field.key} />
    case 'table':
      return <TableField field={field} />
    case 'paper':
      return papers[field.paper]
    case 'declaration':
      return <TickField field={field} />
    case 'notice':
      return <NoticeField field={field} />
    default:
      return <CellControl field={field} path={field.key} />
  }
}
