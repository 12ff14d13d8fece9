/** The first stop of the tab key: past the header to what the page is about. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-20 focus:rounded-sm focus:bg-paper focus:px-5 focus:py-3 focus:font-semibold"
    >
      {label}
    </a>
  )
}
