/**
 * Text as people search it: no accents, đ as d, lower case, one blank between words. Both
 * placements of the tone mark ("Hòa", "Hoà") fold to the same letters.
 */
export function foldVietnamese(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
