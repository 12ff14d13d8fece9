type CodeParts = { agencyCode: string; day: string; serial: number }

/**
 * The dossier code by the pattern of the setting, by default `{agency}-{yymmdd}-{serial:4}`: id of the
 * solving authority, day of acceptance, serial of that day (Decree 118/2025 Art. 28). The serial grows
 * past its digits rather than wrap around.
 */
export function dossierCode(pattern: string, { agencyCode, day, serial }: CodeParts): string {
  return pattern
    .replace('{agency}', agencyCode)
    .replace('{yymmdd}', day.slice(2).replaceAll('-', ''))
    .replace(/\{serial:(\d)\}/, (_, digits: string) => String(serial).padStart(Number(digits), '0'))
}
