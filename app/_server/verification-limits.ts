/** Licences of the portal are far below this; other signed documents of the trade fit too. */
export const maxVerifyMegabytes = 20

export const maxVerifyBytes = maxVerifyMegabytes * 1024 * 1024
