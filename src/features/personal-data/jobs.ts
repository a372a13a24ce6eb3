/** Destroys what an act names; its payload is the act's id. */
export const DESTROY_PERSON = 'personal-data.destroy'
