import * as z from 'zod'

/** Imported before any contract: zod otherwise probes `new Function`, which the content-security policy reports. */
z.config({ jitless: true })
