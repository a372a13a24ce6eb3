import type { FastifyRequest } from 'fastify'
import type { Language } from '../../kernel/words.ts'

/** English for whoever prefers it to everything else, Russian for all others. */
export function languageOf(request: FastifyRequest): Language {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ru'
}
