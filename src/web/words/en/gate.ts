import type { Catalogue } from '../catalogue.js';
import type { gate as vi } from '../vi/gate.js';

export const gate: Catalogue<typeof vi> = {
  intro: 'Introduction',
  motto: 'Every essay read closely, none left out.',
  about:
    'The system compares each reflection essay with all that were ever handed in and shows shared passages and evidence sentences. The committee concludes.',
  foot: 'Essays never leave this server. Every conclusion is written into the log.',
  drawing: 'Two pages of essays side by side, shared passages joined by lines',
  setupTitle: 'Make the administrator’s account',
  setupText: 'Whoever holds this account creates campaigns, hands in essays and records conclusions; it is made once, on the first visit.',
  signInTitle: 'Sign in',
  againTitle: 'Sign in again to go on',
  againText: 'The session has ended. What you typed is still there; once signed in, what you were doing goes on.',
  code: 'Set-up code',
  codeHint:
    'The 8 characters in the line that begins with “Soát Bài” in the terminal where the server was started. Ask whoever started it.',
  codeMissing: 'Enter the 8 characters from the terminal where the server was started.',
  name: 'User name',
  password: 'Password',
  passwordAgain: 'Password once more',
  passwordHint: 'At least 10 characters. A short sentence that you remember is better than a difficult word.',
  showPassword: 'Show the password',
  nameMissing: 'Enter the user name, for example: admin.',
  nameTooLong: 'The name is longer than 100 characters. Shorten it.',
  passwordMissing: 'Enter the password.',
  passwordTooShort: 'The password has {{n}} {{n, character|characters}}. It needs at least 10.',
  passwordTooLong: 'The password is longer than 200 characters. Shorten it.',
  passwordsDiffer: 'The two passwords are not the same. Enter the second one again.',
  capsLock: 'Caps Lock is on.',
  setupButton: 'Make the account and begin',
  setupBusy: 'Making the account…',
  signInButton: 'Sign in',
  signInBusy: 'Signing in…',
  notEncrypted:
    'This connection is not encrypted: anybody on the same network can read the password and the essays. Use it in a trusted internal network only.',
  version: 'Version {{version}}',
};
