import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers and dates stand to the right, in figures of one width. */
  numeric?: boolean
  /** Codes and dates that must not break. */
  nowrap?: boolean
}

type Props<Row> = {
  /** Says what the table holds; read out, and shown unless `captionHidden`. */
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The row that is chosen or open now. */
  currentKey?: string | undefined
}

// Written out because some browsers drop a table's meaning when its display changes.
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const

/** Rows and columns; under 640 px each row becomes a card with its headers beside the values. */
export function Table<Row>(props: Props<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, currentKey } = props
  return (
    <table {...roles.table} className="w-full border-collapse text-sm max-sm:block">
      <caption
        className={classNames(
          'pb-2 text-left font-semibold max-sm:block',
          captionHidden && 'sr-only',
        )}
      >
        {caption}
      </caption>
      <thead {...roles.rowgroup} className="max-sm:sr-only">
        <tr {...roles.row}>
          {columns.map((column) => (
            <th key={column.key} {...roles.columnheader} scope="col" className={headerLook(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup} className="max-sm:block">
        {rows.map((row) => (
          <TableRow
            key={rowKey(row)}
            row={row}
            columns={columns}
            current={currentKey === rowKey(row)}
          />
        ))}
      </tbody>
    </table>
  )
}

function headerLook(column: { numeric?: boolean }): string {
  return classNames(
    'border-b-2 border-line px-2.5 py-2 text-xs font-semibold whitespace-nowrap text-soft',
    column.numeric ? 'text-right' : 'text-left',
  )
}

function cellLook(column: { numeric?: boolean; nowrap?: boolean }): string {
  return classNames(
    'px-2.5 py-2 align-top max-sm:grid max-sm:grid-cols-[minmax(7rem,2fr)_3fr] max-sm:gap-3 max-sm:px-0 max-sm:py-1',
    'max-sm:before:text-soft max-sm:before:content-[attr(data-label)]',
    column.numeric && 'tabular-nums sm:text-right',
    column.nowrap && 'sm:whitespace-nowrap',
  )
}

type RowProps<Row> = { row: Row; columns: readonly Column<Row>[]; current: boolean }

function TableRow<Row>({ row, columns, current }: RowProps<Row>) {
  return (
    <tr
      {...roles.row}
      aria-current={current || undefined}
      className={classNames(
        'border-b border-hairline max-sm:mb-3 max-sm:block max-sm:rounded-md max-sm:border max-sm:border-line max-sm:px-4 max-sm:py-3',
        current ? 'bg-wash' : 'hover:bg-ground',
      )}
    >
      {columns.map((column) => (
        <td
          key={column.key}
          {...roles.cell}
          data-label={column.header}
          className={cellLook(column)}
        >
          <div>{column.cell(row)}</div>
        </td>
      ))}
    </tr>
  )
}
