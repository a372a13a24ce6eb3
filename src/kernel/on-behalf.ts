/** How a school's answer reached the coordinator who recorded it. */
export const onBehalfWays = ['letter', 'call', 'photo'] as const
export type OnBehalf = (typeof onBehalfWays)[number]
