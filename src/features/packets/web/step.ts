/** What is next: the packet goes out, or a table or a photo that came back is kept. The one filled button says which. */
export type Step = 'take' | 'table' | 'photo'

export type Steps = { step: Step; goTo: (step: Step) => void }

/** The look of the button that takes this step. */
export function lookOf(own: Step, { step }: Pick<Steps, 'step'>): 'filled' | 'default' {
  return own === step ? 'filled' : 'default'
}
