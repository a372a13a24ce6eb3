import { expect, test } from 'vitest'
import { understandPeriod } from './period.ts'
import { measuresByRiskFactor, measuresSource } from './risk-measures.ts'

const measures = measuresByRiskFactor.flatMap((factor) => factor.measures)

test('whoever adopts them reads that they are a proposal', () => {
  expect(measuresSource).toContain('не норма')
})

test('each of the twelve risk factors has measures of its own', () => {
  expect(new Set(measuresByRiskFactor.map((one) => one.name)).size).toBe(12)
  for (const { measures: own } of measuresByRiskFactor) expect(own.length).toBeGreaterThanOrEqual(3)
  expect(new Set(measures.map((one) => one.title)).size).toBe(measures.length)
})

test.each(measures.map((one) => [one.title, one] as const))(
  '«%s» says when, what comes of it and what proves it',
  (_, one) => {
    const { windows, findings } = understandPeriod(one.months, { contextYear: null, schoolYear: 2026 })
    expect(windows.length).toBeGreaterThan(0)
    for (const { start, end } of windows) {
      expect(start && start >= '2026-09-01').toBe(true)
      expect(end && end <= '2027-08-31').toBe(true)
    }
    expect(findings).toEqual([])
    expect(one.months).not.toMatch(/\d{4}/)
    expect(one.expectedResult).not.toBe('')
    expect(one.proof.length).toBeGreaterThan(0)
  },
)
