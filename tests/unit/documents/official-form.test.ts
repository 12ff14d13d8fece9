import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { OfficialFormData } from '@/lib/documents/form/form-data'
import { renderOfficialForm } from '@/lib/documents/official-form'
import type { AnswerValue } from '@/lib/procedures/answers'
import { describeAnswer } from '@/lib/procedures/describe'
import { fieldOptions } from '@/lib/procedures/options'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Field, Section } from '@/lib/procedures/shape/field'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { visibleSections } from '@/lib/procedures/visible'
import { completeAnswers } from '@/tests/factories/complete-answers'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'
import { countRoles, hasTool, pageCount, readPages, readWording } from './pdf-tools'
import { elements, evened, readTree, spoken } from './read-tree'
import { blankForm, draftForm, filedForm, formRules } from './sample-form'

function shipped(key: string): Procedure {
  const found = shippedProcedures().find(([name]) => name === key)
  if (!found) throw new Error(`no procedure ${key}`)
  return found[1]
}

/** What informs on the screen only is not part of the form. */
function isPrinted(field: Field): boolean {
  return field.type !== 'notice' || field.acknowledge
}

function printedFields(sections: readonly Section[]): Field[] {
  return sections.flatMap(({ fields }) => fields).filter(isPrinted)
}

function wordsOfSection({ title, formRef = '' }: Section): string[] {
  return [title.vi.toLocaleUpperCase('vi'), formRef]
}

/** A wide table has its label as the title of an annex. */
function wordsOfBlank(field: Field): string[] {
  const label = field.label.vi
  if (field.type === 'table') {
    const heads = field.columns.map((column) => column.label.vi)
    return [field.columns.length > 6 ? label.toLocaleUpperCase('vi') : label, ...heads]
  }
  if (field.type !== 'select' && field.type !== 'multiselect') return [label]
  const options = fieldOptions(field, SHIPPED_CODES)
  const boxes = options.map((option) => `□ ${option.label.vi}`)
  return [label, ...(options.length > 45 ? ['trên Cổng'] : boxes)]
}

function wordsOfAnswer(field: Field, value: AnswerValue | undefined): string[] {
  const label = field.label.vi
  if (field.type === 'declaration' || field.type === 'notice') return [`■ ${label}`]
  const { lines, rows } = describeAnswer(field, value, { codes: SHIPPED_CODES, locale: 'vi' })
  return [label, ...(rows.length > 0 ? rows.flat().map(({ text }) => text) : lines)]
}

async function say(data: OfficialFormData): Promise<string> {
  const { bytes } = await renderOfficialForm(data)
  return spoken((await readTree(bytes)).root)
}

describe.each(shippedProcedures())('the form of %s', (_, procedure) => {
  it('asks everything when it is blank, with every choice', async () => {
    const said = await say(blankForm(procedure))
    const { sections } = procedure
    const words = [
      ...sections.flatMap(wordsOfSection),
      ...printedFields(sections).flatMap(wordsOfBlank),
    ]
    for (const word of words) expect(said).toContain(evened(word))
    expect(said).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(said).not.toMatch(/undefined|\[object|\[U\+/)
  })

  it.each([0, 1, 2])('says every visible question and every answer, way %i', async (variant) => {
    const rules = formRules(procedure)
    const answers = completeAnswers({ rules, variant })
    const said = await say(filedForm(procedure, answers))
    const asked = printedFields(visibleSections(procedure, answers, rules.facts))
    const words = asked.flatMap((field) => wordsOfAnswer(field, answers[field.key]))
    for (const word of words) expect(said).toContain(evened(word))
  })
})

it.runIf(hasTool('pdftotext')).each(shippedProcedures())(
  'the signature stands under what is stated, in %s',
  async (_, procedure) => {
    const answers = completeAnswers({ rules: formRules(procedure), variant: 0 })
    for (const form of [blankForm(procedure), filedForm(procedure, answers)]) {
      const pages = readPages((await renderOfficialForm(form)).bytes)
      const signed = pages.find((page) => page.normalize('NFC').includes('NGƯỜI KHAI'))
      expect(signed?.normalize('NFC')).toContain('Tôi cam kết thông tin, giấy tờ đã kê khai')
    }
  },
)

describe('what a copy says of itself', () => {
  const procedure = shipped('gpp-new')
  const answers = completeAnswers({ rules: formRules(procedure), variant: 0 })

  it('a draft is a draft, and what is open is said to be open', async () => {
    const said = await say(draftForm(procedure, {}))
    expect(said).toContain('Bản nháp – chưa nộp. In lúc 10 giờ 05 phút, ngày 24 tháng 11 năm 2026.')
    expect(said).toContain('Họ và tên: Chưa khai')
    expect(said).not.toContain('Bản in từ tờ khai điện tử')
  })

  it('a filed form has its reference and its moments', async () => {
    expect(await say(filedForm(procedure, answers))).toContain(
      'Bản in từ tờ khai điện tử. Mã hồ sơ H26.16-261123-0001, nộp lúc 08 giờ 40 phút, ngày 23 ' +
        'tháng 11 năm 2026. In lúc 10 giờ 05 phút, ngày 24 tháng 11 năm 2026.',
    )
  })

  it('what was changed after the filing says when', async () => {
    const declaredAt = new Date('2026-11-23T09:00:00Z')
    expect(await say(filedForm(procedure, answers, { declaredAt }))).toContain(
      'Nội dung khai cập nhật lúc 16 giờ 00 phút, ngày 23 tháng 11 năm 2026.',
    )
  })

  it('what was declared is printed although it would not be asked on the day of the filing', async () => {
    const licence = shipped('gphn-new')
    const given = completeAnswers({ rules: formRules(licence), variant: 0 })
    const later = { ...given, exam_result_no: 'KQ-2027/0042' }
    expect(await say(filedForm(licence, later))).toContain('KQ-2027/0042')
    expect(await say(draftForm(licence, later))).not.toContain('KQ-2027/0042')
  })

  it('the same blank form is the same bytes', async () => {
    const [one, other] = [
      await renderOfficialForm(blankForm(procedure)),
      await renderOfficialForm(blankForm(procedure)),
    ]
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
  })

  it('conditions stand beside what they hold for', async () => {
    expect(await say(blankForm(procedure))).toContain(
      '(chỉ khai khi “Quốc tịch” không phải là “Việt Nam”)',
    )
  })

  it('a form whose number nobody has compared with the law says so', async () => {
    const doubt = 'số hiệu biểu mẫu cần xác nhận'
    expect(await say(blankForm(shipped('gphn-reissue')))).toContain(doubt)
    expect(await say(blankForm(procedure))).not.toContain(doubt)
  })
})

describe('tagging', () => {
  const procedure = shipped('gphd-specialist-clinic-new')
  const table = procedure.sections
    .flatMap(({ fields }) => fields)
    .find(({ key }) => key === 'practitioners')
  const answers = completeAnswers({ rules: formRules(procedure), variant: 0 })
  const [row] = answers['practitioners'] as Record<string, string>[]
  const long = Array.from({ length: 60 }, (_, index) => ({
    ...row,
    full_name: `Người thứ ${index + 1}`,
  }))
  const form = filedForm(procedure, { ...answers, practitioners: long } as typeof answers)

  it('has language, title, headings in order and tables with heads', async () => {
    const { document, root } = await readTree((await renderOfficialForm(form)).bytes)
    const { catalog } = document
    expect(String(catalog.get(PDFName.of('Lang')))).toBe('(vi-VN)')
    const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
    expect(preferences.lookup(PDFName.of('DisplayDocTitle'), PDFBool).asBoolean()).toBe(true)
    expect(document.getTitle()).toBe('Đơn đề nghị cấp mới giấy phép hoạt động (H26.16-261123-0001)')
    expect(elements(root, 'H1').map(({ text }) => evened(text))).toEqual([
      'ĐƠN ĐỀ NGHỊ CẤP MỚI GIẤY PHÉP HOẠT ĐỘNG',
    ])
    const heads = elements(root, 'H2').map(({ text }) => evened(text))
    expect(heads[0]).toBe('I. TỔ CHỨC, CÁ NHÂN ĐỀ NGHỊ')
    expect(heads).toContain('PHỤ LỤC 1. DANH SÁCH ĐĂNG KÝ NGƯỜI HÀNH NGHỀ')
    const staff = elements(root, 'Table').find((one) => spoken(one).includes('Người thứ 60'))
    const columns = table?.type === 'table' ? table.columns.length + 1 : 0
    const rows = elements(staff ?? root, 'TR')
    expect(rows).toHaveLength(61)
    expect(rows[0]?.kids.map(({ role }) => role)).toEqual(Array(columns).fill('TH'))
    expect(rows[0]?.kids.map(({ scope }) => scope)).toEqual(Array(columns).fill('Column'))
    expect(rows.slice(1).every((one) => one.kids.every(({ role }) => role === 'TD'))).toBe(true)
  })

  it('leads from every marked piece of a page back to its element', async () => {
    const { document } = await readTree((await renderOfficialForm(form)).bytes)
    const tree = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const nums = tree.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
    const owners = new Map<number, PDFArray>()
    for (let at = 0; at < nums.size(); at += 2) {
      owners.set(nums.lookup(at, PDFNumber).asNumber(), nums.lookup(at + 1, PDFArray))
    }
    for (const page of document.getPages()) {
      const key = page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber()
      owners
        .get(key)
        ?.asArray()
        .forEach((owner, id) => {
          const kids = document.context.lookup(owner, PDFDict).lookup(PDFName.of('K'), PDFArray)
          const own = kids.asArray().flatMap((kid) => {
            if (kid instanceof PDFRef) return []
            const dict = document.context.lookup(kid, PDFDict)
            return dict.get(PDFName.of('Pg')) === page.ref
              ? [String(dict.get(PDFName.of('MCID')))]
              : []
          })
          expect(own).toContain(String(id))
        })
    }
    expect(owners.size).toBe(document.getPageCount())
  })

  it('shows the head of a table again on each page of an annex on its side', async () => {
    const { document } = await readTree((await renderOfficialForm(form)).bytes)
    const sideways = document.getPages().filter((page) => page.getWidth() > page.getHeight())
    expect(sideways.length).toBeGreaterThan(2)
  })

  it.runIf(hasTool('pdfinfo'))('is read by others as it is meant', async () => {
    const { bytes } = await renderOfficialForm(form)
    const roles = countRoles(bytes)
    expect(roles['H1']).toBe(1)
    expect(roles['Table']).toBeGreaterThan(4)
    expect(roles['TR']).toBeGreaterThan(60)
    const wording = readWording(bytes).normalize('NFC')
    expect(wording).toContain('Kính gửi: Sở Y tế Hà Nội')
    expect(wording).toContain('Người thứ 60')
    const pages = readPages(bytes)
    expect(pages).toHaveLength(pageCount(bytes))
    expect(pages.every((page) => page.includes('mã hồ sơ H26.16-261123-0001'))).toBe(true)
  })
})
