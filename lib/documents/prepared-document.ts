/** A rendered document with empty signature fields, ready for the first signer. */
export type PreparedDocument = { bytes: Uint8Array }
