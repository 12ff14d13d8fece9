/** Stands beside the name of the portal and says nothing of its own. */
export function Emblem({ className = 'size-11' }: { className?: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: a small vector drawing that needs no resizing
    <img src="/emblem.svg" alt="" width={44} height={44} className={`shrink-0 ${className}`} />
  )
}
