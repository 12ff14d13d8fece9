import { describe, expect, it } from 'vitest'
import { countReport } from '../../suites.mjs'

const report = (changes: object = {}) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...changes,
  })

describe('the count of a suite', () => {
  it('is what vitest reports', () => {
    expect(countReport(report({ numFailedTests: 2, numPendingTests: 1 }), 1)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 1,
    })
  })

  it('has a failure for each file that broke before its tests', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ]
    expect(countReport(report({ numFailedTests: 1, testResults }), 1).failed).toBe(2)
  })

  it('has a failure when nothing was found', () => {
    expect(countReport(report({ numPassedTests: 0 }), 0)).toMatchObject({
      failed: 1,
      note: 'found no tests',
    })
  })

  it('has a failure when vitest failed without naming a test', () => {
    expect(countReport(report(), 1)).toMatchObject({ passed: 3, failed: 1 })
  })
})
