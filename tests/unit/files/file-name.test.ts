import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentHeader, cleanFileName, extensionOf, namesProgram } from '@/lib/files/file-name'

describe('a file name', () => {
  it.each([
    ['a plain name', 'Giấy phép.pdf', 'Giấy phép.pdf'],
    ['a decomposed name (NFD)', 'Giấy phép.pdf'.normalize('NFD'), 'Giấy phép.pdf'],
    ['a path of Unix', '../../etc/passwd.pdf', 'passwd.pdf'],
    ['a path of Windows', 'C:\\Users\\An\\don.pdf', 'don.pdf'],
    ['an encoded path', '..%2f..%2Fetc%5cpasswd.pdf', 'passwd.pdf'],
    ['only a way up', '../..', 'giay-to'],
    ['nothing', '', 'giay-to'],
    ['right-to-left override', 'giay\u202efdp.exe', 'giayfdp.exe'],
    ['zero-width characters', 'gi\u200bấy\ufeff.pdf', 'giấy.pdf'],
    ['NUL and line breaks', 'a\0b\r\nSet-Cookie: x.pdf', 'abSet-Cookie_ x.pdf'],
    ['a device of Windows', 'CON.pdf', '_CON.pdf'],
    ['a name that is not a device', 'Contract.pdf', 'Contract.pdf'],
    ['a leading dash', '-rf.pdf', 'rf.pdf'],
    ['a hidden file', '.htaccess', 'htaccess'],
    ['trailing dots and spaces', 'don.pdf. . ', 'don.pdf'],
    ['quotes and wildcards', 'a"b*c?.pdf', 'a_b_c_.pdf'],
    ['a picture sign', '📄 đơn.pdf', '📄 đơn.pdf'],
    ['half a character', 'a\ud800b.pdf', 'ab.pdf'],
  ])('with %s becomes harmless', (_, declared, expected) => {
    expect(cleanFileName(declared)).toBe(expected)
  })

  it('keeps its extension when it is cut to 150 characters', () => {
    const name = cleanFileName(`${'ộ'.repeat(300)}.pdf`)
    expect(Array.from(name)).toHaveLength(150)
    expect(name.endsWith('ộ.pdf')).toBe(true)
  })

  it('never keeps a separator, a control character or a dot in front, whatever is declared', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (declared) => {
        const name = cleanFileName(declared)
        expect(name).toMatch(/^[^\\/\p{Cc}\p{Cf}\p{Cs}]+$/u)
        expect(name.startsWith('.')).toBe(false)
        expect(Array.from(name).length).toBeLessThanOrEqual(150)
        expect(cleanFileName(name)).toBe(name)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['don.PDF', 'pdf'],
    ['so 12.2024', ''],
    ['don', ''],
  ])('%s has the extension "%s"', (name, expected) => {
    expect(extensionOf(name)).toBe(expected)
  })

  it.each([
    ['don.exe.pdf', true],
    ['don.pdf.EXE', true],
    ['don.svg', true],
    ['giay.phep.01.pdf', false],
  ])('%s names a program: %s', (name, expected) => {
    expect(namesProgram(name)).toBe(expected)
  })
})

describe('the download header', () => {
  it('carries a plain name and the real one', () => {
    expect(attachmentHeader('Đơn đề nghị (1).pdf')).toBe(
      'attachment; filename="Don de nghi (1).pdf"; ' +
        "filename*=UTF-8''%C4%90%C6%A1n%20%C4%91%E1%BB%81%20ngh%E1%BB%8B%20%281%29.pdf",
    )
  })

  it('cannot be broken out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        expect(attachmentHeader(name)).toMatch(
          /^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w%.!~-]+$/,
        )
      }),
    )
  })
})
