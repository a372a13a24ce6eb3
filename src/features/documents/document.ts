export const documentKinds = ['order', 'incoming-letter', 'resolution'] as const
export type DocumentKind = (typeof documentKinds)[number]
