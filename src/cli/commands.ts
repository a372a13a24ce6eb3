export type Io = {
  stdin: AsyncIterable<Buffer | string>
  stdout(text: string): void
  stderr(text: string): void
}

/** A command of the terminal: what it takes, and the exit code it answers with. */
export type Command = { usage: string; run(args: string[], io: Io): Promise<number> }

const USAGE_EXIT = 64

/** Finds the command by its first words («user link») and runs it with the rest. */
export async function runCommand(commands: Record<string, Command>, args: string[], io: Io): Promise<number> {
  const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((words) => words in commands)
  const command = name === undefined ? undefined : commands[name]
  if (command && name !== undefined) return command.run(args.slice(name.split(' ').length), io)
  io.stderr(
    `Команды:\n${Object.values(commands)
      .map(({ usage }) => `  ./opora ${usage}\n`)
      .join('')}`,
  )
  return USAGE_EXIT
}
