export const track = { title: '' } as const
