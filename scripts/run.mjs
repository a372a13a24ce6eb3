import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The clone. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

let isQuiet = false

/** What a person at the terminal reads; standard output belongs to the program that is started. */
export function say(line) {
  if (!isQuiet) process.stderr.write(`${line}\n`)
}

/** From here on only failures are told. */
export function beQuiet() {
  isQuiet = true
}

/** A sentence instead of a stack: the reader is told what to do, and the exit code is 1. */
export class Stop extends Error {}

/**
 * Runs a program to its end and answers `{ code, output }`. With `show` its output goes to standard error as it comes,
 * with `timeout` it is told to stop after so many milliseconds.
 * When we are told to stop, it is told too.
 */
export function run(command, args, { show = false, env = process.env, timeout = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      timeout,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: needsShell(command),
    })
    let output = ''
    const take = (text) => {
      output += text
      if (show && !isQuiet) process.stderr.write(text)
    }
    const pass = (signal) => {
      child.kill(signal)
      process.exit(1)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    process.once('SIGTERM', pass)
    process.once('SIGINT', pass)
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGTERM', pass)
      process.off('SIGINT', pass)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Runs the work and ends the process with code 1 and one sentence when it cannot be done. */
export async function orStop(work) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

/** On Windows npm is a command file, which only the shell can start. */
function needsShell(command) {
  return process.platform === 'win32' && command === 'npm'
}
