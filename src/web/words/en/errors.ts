const SAFE = 'What was stored before is safe.';
const UNCHANGED = 'Nothing has changed.';

/** What the service says when it cannot do what was asked, by the code of the failure: the service itself speaks Vietnamese. */
export const ERRORS = {
  'signed-out': 'The session has ended, or nobody is signed in. Stored data is safe. Sign in to go on.',
  'foreign-request':
    'The request did not come from this page, or the page has been open for too long. Nothing has changed. Reload the page and do it again.',
  'wrong-credentials': 'The name or the password is wrong. Check the keyboard and Caps Lock, then enter them again.',
  'wrong-code': `The code is wrong. ${UNCHANGED} Look at it again and enter it anew.`,
  'too-many-attempts': 'Too many attempts. Stored data is safe. Wait some minutes and try again.',
  'too-many-streams': 'Too many pages are following the progress. The work goes on. Close some pages and open this one again.',
  'too-many-requests': 'Too many requests at once. Stored data is safe. Wait a moment and try again.',
  'token-exists': `There is a token of this name. ${UNCHANGED} Choose another name.`,
  'token-refused': `The access token is unknown, has expired or was revoked. ${UNCHANGED} Ask whoever made it for a new one.`,
  'batch-full':
    'The batch holds as many files as it may, or the unit as much as it may keep. Files received are safe. Open another batch, or ask the administrator.',
  'unknown-code': `This link does not count: it was used, has expired or was withdrawn. ${UNCHANGED} Ask whoever gave it to you for a new one.`,
  'name-taken': `This name is taken. ${UNCHANGED} Choose another one.`,
  'unit-fixed': `The unit cannot be changed so. ${UNCHANGED} Choose another unit above it, or another successor.`,
  'last-administrator': `This is the last administrator of the whole organisation. ${UNCHANGED} Give somebody else that role first.`,
  'roster-outdated': 'Somebody else has just changed the roster. Your change was not stored. Reload the page and do it again.',
  'situation-outdated':
    'Somebody else has just changed this situation. Your change was not stored; theirs is shown. Look at it, then save again.',
  'due-outdated': 'Somebody else has just changed the due date. Yours was not stored. Reload the page and set it again.',
  'writer-outdated':
    'Somebody else has just said who wrote this. Your choice was not stored. Reload the page; if you still want to, choose again.',
  'round-closed': 'No round is open, so this essay was not taken. What you handed in before is safe. Ask the committee.',
  'no-rewrite': `Not all of them were told to rewrite. ${UNCHANGED} Reload the page and choose again.`,
  'look-asked': 'You have asked for a second look already. Wait for the answer of the committee.',
  'look-answered': 'Somebody else has just answered this request. Your answer was not recorded. Reload the page to see theirs.',
  'no-pre-check-left': 'No checks are left in these 24 hours. What you handed in is safe. Try again tomorrow, or hand the essay in.',
  'pre-checks-busy': 'Many people are checking their essays just now. Nothing was kept. Wait a minute and try again.',
  'request-decided': 'Somebody else has just answered this request. Your answer was not recorded. Reload the page to see theirs.',
  'correction-outdated': 'Somebody else has just corrected this. Your correction was not recorded. Reload the page to see theirs.',
  'assignment-outdated':
    'Somebody else has just assigned some of these. Your assignment was not recorded. Reload the page and choose again.',
  'study-outdated':
    'Somebody else has just changed this. Nothing of yours was stored, theirs stays. Reload the page, look at it and do it again.',
  'key-reused': `This request was sent before with other content. ${UNCHANGED} Reload the page and do it again.`,
  'request-interrupted':
    'This request was sent before, and the server stopped in the midst of it, so it is not known how far it came; it was not done again. Reload the page and look; if it is not there, do it again.',
  'not-found': 'There is no such page, or it is not part of what you were given to do.',
  'bad-request': `The request was not in a form that the server understands. ${UNCHANGED} Reload the page and do it again.`,
  'bad-input': `This could not be saved. ${UNCHANGED} Correct it and send it again.`,
  'body-too-large': `What was sent is too long. ${UNCHANGED} Shorten or part it and send it again.`,
  unexpected: `The server met an error that nobody foresaw. ${SAFE} Try again; if it stays so, tell the administrator the request code.`,
  argument: `The server met an error that nobody foresaw. ${SAFE} Try again; if it stays so, tell the administrator the request code.`,
  'campaign-file': `The settings of the campaign are not in order. ${UNCHANGED} Correct them and save again.`,
  'roster-file': 'The roster is not in order. The roster in use stays. Correct the line in the file and choose it again.',
  'labels-file': `A file of labels is not in order. ${UNCHANGED} Tell the administrator.`,
  'reference-unreadable': 'The document could not be read, so it cannot be used. Open it on your machine, check it and send it again.',
  'word-vectors': `The server lacks a file that it needs. ${SAFE} Tell the administrator.`,
  'nothing-to-assess': 'There is no essay to check. Hand in at least one file that can be read.',
  'file-not-found': `The server met an error that nobody foresaw. ${SAFE} Try again; if it stays so, tell the administrator the request code.`,
  'unknown-id': 'There is no such thing here, or it is not part of what you were given to do. Open it again from the list.',
  'corpus-newer': `The data was written by a newer version. ${SAFE} Tell the administrator to update the program.`,
  'corpus-damaged':
    'A part of the data cannot be read, so this was stopped to keep results right. Tell the administrator to run “soatbai corpus verify” and to restore a backup if need be.',
  'corpus-locked': `The data is being written by something else. ${SAFE} Wait a moment and try again.`,
  'disk-full': `The server’s disk is full; this was not stored. ${SAFE} Tell the administrator to make room, then do it again.`,
  'storage-read-only': `The server may not write its data; this was not stored. ${SAFE} Tell the administrator.`,
  'already-set-up': `There is an administrator’s account already. ${UNCHANGED} Sign in with it.`,
  'campaign-exists': `There is a campaign of this name. ${UNCHANGED} Choose another name.`,
  'unknown-document': 'A document is no longer on the server. What you filled in stays. Send the file again, then save.',
  'no-draft': 'No draft has been tried out to its end. Wait until it has, then open this again; results in use stay.',
  'batch-closed': 'This batch takes no more files. Files received are safe. Open a new batch to hand in more.',
  'batch-empty': 'There is no file in this batch. Send at least one, then start checking.',
  'batch-busy': `This batch is being worked on. ${UNCHANGED} Wait until that is done and try again.`,
  'file-too-large': 'The file is too large and was not taken. Make pictures smaller or part it, then hand it in again.',
  'conclusion-outdated': 'Somebody else has just concluded on this. Your conclusion was not recorded.',
  'not-acceptable': `Some of these cannot be accepted together. ${UNCHANGED} Conclude on them one by one.`,
  'backup-file': `The server met an error that nobody foresaw. ${SAFE} Try again; if it stays so, tell the administrator the request code.`,
  sandbox: `The program that reads files could not be started. ${SAFE} Try again in a few minutes; if it stays so, tell the administrator.`,
} as const;

/** Failures whose Vietnamese message names what the code does not: the field, the line, the file. */
export const TOLD_IN_FULL: ReadonlySet<string> = new Set([
  'bad-input',
  'campaign-file',
  'roster-file',
  'reference-unreadable',
  'unknown-document',
  'not-acceptable',
  'too-many-attempts',
  'unit-fixed',
  'correction-outdated',
  'assignment-outdated',
  'look-answered',
  'request-decided',
  'roster-outdated',
  'due-outdated',
  'writer-outdated',
]);
