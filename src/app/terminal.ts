import { type Command, runCommand } from '../cli/commands.ts'
import { CannotStart } from '../server/cannot-start.ts'

// Each command loads only what it needs: `parse` and `period` start no database.
const commands: Record<string, Command> = {
  parse: {
    usage: 'parse ФАЙЛ [--year N] [--json]',
    run: async (args, io) => (await import('./parse-command.ts')).parseCommand(args, io),
  },
  period: {
    usage: 'period "ТЕКСТ" [--year N | --school-year N] [--json] [--stdin]',
    run: async (args, io) => (await import('./period-command.ts')).periodCommand(args, io),
  },
  export: {
    usage: 'export ФАЙЛ --to docx|xlsx|json [--map N] [--out ФАЙЛ] [--year N] [--json]',
    run: async (args, io) => (await import('./export-command.ts')).exportCommand(args, io),
  },
  backup: {
    usage: 'backup [--to ФАЙЛ|ПАПКА] [--data ПАПКА] [--json]',
    run: async (args, io) => (await import('./backup-command.ts')).backupCommand(args, io),
  },
  verify: {
    usage: 'verify [АРХИВ] [--data ПАПКА] [--json]',
    run: async (args, io) => (await import('./verify-command.ts')).verifyCommand(args, io),
  },
  restore: {
    usage: 'restore АРХИВ [--data ПАПКА] [--json]',
    run: async (args, io) => (await import('./restore-command.ts')).restoreCommand(args, io),
  },
  'database prepare': {
    usage: 'database prepare [--database ИМЯ] [--owner РОЛЬ] [--app РОЛЬ] [--new-passwords] [--json]',
    run: async (args, io) => (await import('./database-prepare-command.ts')).databasePrepareCommand(args, io),
  },
  'user link': {
    usage: 'user link [ИМЯ ДЛЯ ВХОДА] [--data ПАПКА] [--url АДРЕС] [--json]',
    run: async (args, io) => (await import('./user-link-command.ts')).userLinkCommand(args, io),
  },
  simulate: {
    usage: 'simulate [--schools 900] [--years 3] [--seed 1] [--today ГГГГ-ММ-ДД] [--data ПАПКА] [--url АДРЕС] [--json]',
    run: async (args, io) => (await import('./simulate-command.ts')).simulateCommand(args, io),
  },
  register: {
    usage: 'register [--out ФАЙЛ.docx|ФАЙЛ.xlsx] [--json]',
    run: async (args, io) => (await import('./register-command.ts')).registerCommand(args, io),
  },
  'verify audit': {
    usage: 'verify audit [--data ПАПКА] [--json]',
    run: async (args, io) => (await import('./verify-audit-command.ts')).verifyAuditCommand(args, io),
  },
  'user phone-off': {
    usage: 'user phone-off [ИМЯ ДЛЯ ВХОДА] [--data ПАПКА] [--json]',
    run: async (args, io) => (await import('./user-phone-off-command.ts')).userPhoneOffCommand(args, io),
  },
}

try {
  process.exitCode = await runCommand(commands, process.argv.slice(2), {
    stdin: process.stdin,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
  })
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
