/** Who does something, as the log names it: the name of an account, or "soatbai" for the machine itself. */
export type Actor = string;
