// The only file that an old runtime can read: everything else is imported after the check.
const oldest = 24
const major = Number(process.versions.node.split('.')[0])
if (major < oldest) {
  process.stderr.write(
    `開示デスクには Node.js ${oldest} 以降が必要です（いまは ${process.versions.node}）。npm start か npm run kaiji で始めてください。\n`,
  )
  process.exit(2)
}
// Store, keys, scans and exports are for this user alone.
process.umask(0o077)
const { runShell } = await import('./cli.ts')
process.exitCode = await runShell(process.argv.slice(2), { env: process.env, out: process.stdout, err: process.stderr })

export {}
