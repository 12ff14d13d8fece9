import { startCertificateAuthority } from './certificate-authority/start'
import { eidServer } from './eid/server'
import { gatewayServer } from './gateway/server'
import { listen } from './http'
import { openMailbox } from './hub/mailbox'
import { type HubFaults, hubServer } from './hub/server'
import { openTextInbox } from './hub/texts'
import { readSettings } from './settings'

// The launcher holds our standard input: when it is gone, however it went, so are we.
for (const event of ['end', 'close', 'error']) process.stdin.once(event, () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0))
process.stdin.resume()

const settings = readSettings(process.env)
const faults: HubFaults = { mailRefusal: null, textsDown: false, registersDown: false }

await listen(eidServer(settings), settings.PORT + 1)
await listen(gatewayServer(settings), settings.PORT + 2)
await startCertificateAuthority({ port: settings.PORT + 5, keysDir: settings.SIGNING_KEYS_DIR })
const mailbox = await openMailbox(settings.smtpPort, faults)
// The hub comes last: its /health says that everybody is there.
await listen(hubServer({ settings, mailbox, texts: openTextInbox(), faults }), settings.PORT + 3)
process.stdout.write(`The neighbours are ready: ${settings.places.hub}\n`)
