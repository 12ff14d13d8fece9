export const accessibility = { title: '' } as const
