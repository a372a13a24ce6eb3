import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { measureDocuments, type PrintTime } from './documents.ts'
import { measureLoad } from './load/measure.ts'
import { loadLines } from './load/print.ts'
import { type MatrixTime, measureMatrix } from './matrix.ts'
import { measurePaint } from './paint/measure.ts'
import { paintLines } from './paint/print.ts'
import { measurePapers, measurePeriods, type PaperTime } from './papers.ts'
import { measureTerms, type TermsScore } from './periods.ts'
import { kilobytes, percent, table } from './print.ts'
import { measureReaders, type ReaderTime } from './readers.ts'
import { measureRegistry, type RegistryTime } from './registry.ts'
import { measureRequests, type RequestCost } from './requests.ts'
import { measureRows, type RowsCost } from './rows.ts'
import { measureScreens, type ScreenSize } from './screens.ts'
import { measureStatements, type StatementCount } from './statements.ts'

const SMALL = { schools: 0, activities: 6, tasks: 5, others: 0 }
const LARGE = { schools: 94, activities: 15, tasks: 50, others: 0 }

const sizes = [
  { name: 'small', size: '6 schools × 11 activities', crowd: SMALL },
  { name: 'large', size: '100 schools × 20 activities', crowd: LARGE },
]

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, size: { type: 'string' } },
})
const wants = (part: string) => values.only === undefined || values.only === part
const wantedSizes = sizes.filter(({ name }) => values.size === undefined || values.size === name)
const tell = (line: string) => process.stderr.write(`${line}\n`)

tell(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}`)
const figures = {
  node: process.version,
  cores: cpus().length,
  load: wants('load') ? await measureLoad(tell) : null,
  requests: wants('requests') ? await requestFigures() : [],
  matrix: wants('matrix') ? await measureMatrix(tell) : [],
  rows: wants('rows') ? await rowsFigures() : [],
  statements: wants('statements') ? await measureStatements() : [],
  papers: wants('papers') ? await measurePapers() : [],
  periods: wants('papers') ? measurePeriods() : null,
  terms: wants('terms') ? measureTerms() : [],
  readers: wants('readers') ? await measureReaders(tell) : [],
  documents: wants('documents') ? await measureDocuments() : [],
  paint: wants('paint') ? await measurePaint(tell) : null,
  screens: wants('screens') ? measureScreens() : [],
  registry: wants('registry') ? await measureRegistry() : [],
}
process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : printed())
process.exit(0) // the reading room keeps a warm worker

async function rowsFigures() {
  const found = []
  for (const { size, crowd } of wantedSizes) {
    tell(`Measuring row-level security: ${size}…`)
    found.push({ size, costs: await measureRows(crowd) })
  }
  return found
}

async function requestFigures() {
  const found = []
  for (const { size, crowd } of wantedSizes) {
    tell(`Measuring requests: ${size}…`)
    found.push({ size, costs: await measureRequests(crowd) })
  }
  return found
}

function printed(): string {
  const {
    load,
    requests,
    matrix,
    rows,
    statements,
    papers,
    periods,
    terms,
    readers,
    screens,
    paint,
    registry,
    documents,
  } = figures
  return [
    ...(load ? loadLines(load) : []),
    ...requests.map(({ size, costs }) => `Processor time of a request, ${size}\n${table(costs.map(costLine))}`),
    ...(matrix.length > 0
      ? [`The matrix of 900 schools × 20 rows, one request after another\n${table(matrix.map(matrixLine))}`]
      : []),
    ...rows.map(
      ({ size, costs }) => `Row-level security, time of the database, ${size}\n${table(costs.map(rowsLine))}`,
    ),
    ...(statements.length > 0 ? [`SQL statements of a request\n${table(statements.map(statementLine))}`] : []),
    ...(papers.length > 0 ? [`Reading an order, worker warm\n${table(papers.map(paperLine))}`] : []),
    ...(periods ? [`Terms understood in a second: ${Math.round(periods.perSecond)} (±${percent(periods.noise)})`] : []),
    ...(terms.length > 0 ? [`Our labelled terms\n${table(terms.map(termsLine))}`] : []),
    ...(readers.length > 0 ? [`Opening a .docx\n${table(readers.map(readerLine))}`] : []),
    ...(registry.length > 0
      ? [`A table of organisations, read and planned\n${table(registry.map(registryLine))}`]
      : []),
    ...(documents.length > 0 ? [`Printing an order with a long annex\n${table(documents.map(printLine))}`] : []),
    ...(paint ? paintLines(paint) : []),
    ...(screens.length > 0 ? [`Size of screens, KB\n${table(screens.map(screenLine))}`] : []),
    '',
  ].join('\n\n')
}

function costLine({ screen, statements, bytes, product, bare, ratio, noise }: RequestCost) {
  return {
    screen,
    statements: String(statements),
    'answer, KB': kilobytes(bytes),
    'product, ms': (product / 1000).toFixed(2),
    'bare, ms': (bare / 1000).toFixed(2),
    ratio: `${ratio.toFixed(2)}×`,
    noise: percent(noise),
  }
}

function matrixLine({ screen, statements, bytes, p50, p95, server, database, bareP50, bareServer }: MatrixTime) {
  return {
    screen,
    statements: String(statements),
    'answer, KB': kilobytes(bytes),
    'p50, ms': p50.toFixed(1),
    'p95, ms': p95.toFixed(1),
    'server, ms': server.toFixed(1),
    'database, ms': database.toFixed(1),
    'bare p50, ms': bareP50.toFixed(1),
    'bare server, ms': bareServer.toFixed(1),
    ratio: `${(server / bareServer).toFixed(2)}×`,
  }
}

function rowsLine({ screen, guarded, open, ratio, noise }: RowsCost) {
  return {
    screen,
    'with, ms': (guarded / 1000).toFixed(2),
    'without, ms': (open / 1000).toFixed(2),
    ratio: `${ratio.toFixed(2)}×`,
    noise: percent(noise),
  }
}

function statementLine({ endpoint, few, many }: StatementCount) {
  return { endpoint, '10 rows': String(few), '1000 rows': String(many), constant: few === many ? 'yes' : 'NO' }
}

function paperLine({ paper, milliseconds, noise }: PaperTime) {
  return { paper, 'median, ms': milliseconds.toFixed(1), noise: percent(noise) }
}

function termsLine({ reader, right, of, plainRight, plain, perSecond, noise }: TermsScore) {
  return {
    reader,
    right: `${right} of ${of}`,
    share: percent(right / of),
    'closed windows only': `${plainRight} of ${plain} (${percent(plainRight / plain)})`,
    'a second': String(Math.round(perSecond)),
    noise: percent(noise),
  }
}

function readerLine({ paper, reader, milliseconds, noise, rows }: ReaderTime) {
  return { paper, reader, 'median, ms': milliseconds.toFixed(1), noise: percent(noise), 'rows found': String(rows) }
}

function printLine({ format, pages, kilobytes: size, milliseconds, noise }: PrintTime) {
  const taken = { 'median, ms': milliseconds.toFixed(0), noise: percent(noise) }
  return { format, pages: String(pages), 'size, KB': size.toFixed(0), ...taken }
}

function registryLine({ table: kind, rows, milliseconds, processor, noise }: RegistryTime) {
  return {
    table: kind,
    rows: String(rows),
    'median, ms': milliseconds.toFixed(0),
    'processor, ms': processor.toFixed(0),
    noise: percent(noise),
  }
}

function screenLine({ screen, files, script, style }: ScreenSize) {
  return {
    screen,
    files: String(files),
    'JavaScript gz': kilobytes(script.gzip),
    br: kilobytes(script.brotli),
    'CSS gz': kilobytes(style.gzip),
    'CSS br': kilobytes(style.brotli),
  }
}
