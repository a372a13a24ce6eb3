let personId: string | null = null

/** Told by the frame: for whom this page is drawn. Nothing of it is sent in the name of somebody else. */
export function notePageOf(id: string | null): void {
  personId = id
}

export function pageOf(): string | null {
  return personId
}
