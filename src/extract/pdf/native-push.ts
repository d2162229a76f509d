/** The array method as the platform has it, kept before a package replaces it for everybody. */
export const nativePush = Array.prototype.push;
