import { config } from 'zod';

// zod would try `new Function` once, which the content policy forbids and browsers report. This must run before any schema is made.
config({ jitless: true });
