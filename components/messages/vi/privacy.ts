export const privacy = { title: '' } as const
