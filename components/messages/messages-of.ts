/** The shape of a catalogue without its words: what a translation must fill, no more and no less. */
export type MessagesOf<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : MessagesOf<Source[Key]>
}
