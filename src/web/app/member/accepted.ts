/** Kinds of files that telephones offer first; what else is chosen is answered by the service. */
export const ACCEPTED = '.docx,.pdf,.doc,.odt,.rtf,.txt,image/*';
