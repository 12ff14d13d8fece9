export const procedures = { title: '' } as const
