type Props = {
  /** Read out while waiting: 'Đang tải danh sách hồ sơ'. */
  label: string
  lines?: number
}

/** Holds the place of what is being fetched, so that nothing jumps when it comes. */
export function Skeleton({ label, lines = 4 }: Props) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true" className="animate-pulse space-y-4">
        {Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
          <div key={line} className="h-5 rounded-sm bg-hairline last:w-2/3" />
        ))}
      </div>
    </div>
  )
}
