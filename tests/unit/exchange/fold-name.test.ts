import { describe, expect, it } from 'vitest'
import { foldName, foldNumber } from '@/lib/exchange/fold-name'

describe('two names are the same for a register', () => {
  it.each([
    ['Công ty TNHH Nha khoa An Bình', 'CÔNG TY TRÁCH NHIỆM HỮU HẠN NHA KHOA AN BÌNH'],
    ['Công ty TNHH MTV An Bình', 'Công ty trách nhiệm hữu hạn một thành viên An Bình'],
    ['CTY TNHH 1TV An Bình', 'Công ty TNHH 1 thành viên An Bình'],
    ['Công ty CP Dược Hoa Mai', 'Công ty cổ phần  dược "Hoa Mai"'],
    ['Nguyễn Văn Hòa', 'NGUYỄN VĂN HOÀ'],
    ['Nguyễn Văn Hòa'.normalize('NFD'), 'Nguyễn Văn Hòa'],
    ['HKD Lê Thị Mẫu', 'Hộ kinh doanh Lê Thị Mẫu'],
  ])('%s, %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })
})

describe('two names differ for a register', () => {
  it.each([
    ['An Bình', 'An Bính'],
    ['Nguyễn Văn Hòa', 'Nguyễn Văn Hoa'],
    ['Trần Thi', 'Trần Thị'],
    ['Công ty TNHH An Bình', 'Công ty cổ phần An Bình'],
    ['Đỗ An', 'Do An'],
  ])('%s, %s', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other))
  })
})

it('a number is the same with and without blanks and dashes', () => {
  expect(foldNumber('01.0011 2437-001')).toBe(foldNumber('0100112437001'))
  expect(foldNumber('41/qđ-ubnd')).toBe('41QĐUBND')
  expect(foldNumber('1')).not.toBe(foldNumber('2'))
})
