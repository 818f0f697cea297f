/** A sum that nests as deep as it is long. */
export const deep = (levels: number) => `SELECT ${'1 + '.repeat(levels)}1`
