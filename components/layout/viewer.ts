/** The signed-in person as the frame shows them. */
export type Viewer = {
  fullName: string
  /** For whom they act: themselves, an organisation, or an agency in a post. */
  capacity:
    | { kind: 'self' }
    | { kind: 'organisation'; name: string }
    | {
        kind: 'officer'
        position: string
        agencyName?: string | undefined
        delegatedFrom?: string | undefined
      }
  /** Where their own work is: '/my' or '/office'. */
  workHref: string
  /** Where to act for somebody else; left out when there is no choice. */
  changeCapacityHref?: string | undefined
  signOutHref: string
}
