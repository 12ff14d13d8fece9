/**
 * Text for a prepared field: `value` is what a machine reads, `contentStream` what is drawn, in the
 * coordinates of the field's rectangle and with the fonts of the form's default resources.
 */
export type FieldFill = { name: string; value: string; contentStream: string }

export type SignatureOptions = {
  /** Name of the prepared signature field. */
  field: string
  /** Claimed time, written as /M; the time stamp is the proof. */
  at: Date
  /**
   * Given for the first signature: what it lets later revisions do (ISO 32000-1 table 254):
   * 1 nothing, 2 fill fields and sign.
   */
  certification?: 1 | 2
  /** Fields that are filled in the same revision. */
  fills?: readonly FieldFill[]
  /** PNG with transparency, drawn in the field's rectangle. */
  picture?: Uint8Array | null
  reason?: string
  location?: string
}
