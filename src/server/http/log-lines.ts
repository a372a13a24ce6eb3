type ErrorLine = {
  type: string
  message: string
  stack: string
  /** Of a database's complaint: which state, which rule, which statement; its values stand apart from it. */
  code?: string
  constraint?: string
  query?: string
  cause?: ErrorLine
}

/** Paths carry ids, never names; queries may carry what people typed, so they stay out of the log. */
export function requestLine(request: { method: string; url: string }) {
  return { method: request.method, path: request.url.split('?')[0] }
}

/** Where a bug happened and of which kind; never the words of people, which databases and parsers like to quote. */
export function errorLine(error: Error): ErrorLine {
  return {
    type: error.name,
    message: quotesPeople(error) ? '(left out: it may quote what people typed)' : error.message,
    stack: framesOf(error),
    ...textsOf(error, ['code', 'constraint', 'query']),
    ...(error.cause instanceof Error && { cause: errorLine(error.cause) }),
  }
}

function quotesPeople(error: Error): boolean {
  return error instanceof SyntaxError || error.name === 'ZodError' || 'query' in error || 'severity' in error
}

/** The stack begins with the message, line by line. */
function framesOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
  return frames.map((line) => line.trim()).join('\n')
}

function textsOf(error: Error, names: readonly ('code' | 'constraint' | 'query')[]) {
  const known = Object.entries(error).filter(
    ([name, value]) => names.some((one) => one === name) && typeof value === 'string',
  )
  return Object.fromEntries(known)
}
