/** Reading a paper into the store of its owner. */
export const digitise = {
  title: 'Record a paper',
  effect:
    "Writes down what a paper says into its owner's store. Later dossiers can use it without sending it again (Decree 118/2025/ND-CP, Art. 19.2).",
  paper: 'Paper',
  again: '{name} (recorded, record anew)',
  name: 'Name of the paper',
  number: 'Number (if any)',
  issuedBy: 'Issued by (if any)',
  issuedOn: 'Issued on (if any)',
  validTo: 'Valid until (if any)',
  summary: 'Short content (if any)',
  scope: 'Scope (if any)',
  button: 'Write into the store',
  recorded: 'Recorded: {title}',
  recordedNumber: 'Recorded: {title}, no. {number}',
  until: 'valid until {date}',
}
