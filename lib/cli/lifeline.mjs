// Preloaded into every process that a launcher starts (node --import). The launcher holds the other
// end of our standard input; when it closes, the launcher is gone, however it went, and so do we.
if (process.env['ONEDOOR_LIFELINE'] === 'stdin') {
  const leave = () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 5_000).unref()
  }
  for (const event of ['end', 'error']) process.stdin.once(event, leave)
  process.stdin.resume()
  process.stdin.unref?.()
}
