import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ROOT } from './run.mjs'

const FOLDER = join(ROOT, '.cache')
const LOCK = join(FOLDER, 'setup.lock')

/** Lets one process at a time install and build in this clone; what a killed one left is no obstacle. */
export async function inTurn(work) {
  mkdirSync(FOLDER, { recursive: true })
  while (!taken()) {
    if (isLeftover()) rmSync(LOCK, { force: true })
    await pause(100)
  }
  try {
    return await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function taken() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isLeftover() {
  try {
    const pid = Number(readFileSync(LOCK, 'utf8'))
    if (pid > 0) process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
