/** Embeddings, overrides and isolates of the direction of writing: one that is not closed turns the words around it. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g

/** The text without marks of direction. Letters know their own direction; nobody types such marks, they come by pasting. */
export function withoutDirections(text: string): string {
  return text.replace(DIRECTIONS, '')
}
