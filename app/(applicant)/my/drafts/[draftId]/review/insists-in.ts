/** The mark of the points that were ticked off on the page; empty without a tick. */
export function insistsIn(form: FormData): string {
  return String(form.get('insists') ?? '').slice(0, LONGEST)
}

const LONGEST = 2000
