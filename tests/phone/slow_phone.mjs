// How long the page takes to be usable on a slow phone: Chromium with the processor slowed down six
// times, 400 ms for each answer, 400 kbit/s. Usable: drawn with its style, and a press on
// « Rejoindre » is taken. Run by hand:
//
//   npm install --prefix FOLDER puppeteer-core@25
//   node tests/phone/slow_phone.mjs FOLDER build/dev/bin/cadran [TIMES]
//
// One JSON object: milliseconds from the request, the median and the slowest.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'

const [packages, program, times = '9'] = process.argv.slice(2)
if (!program) {
    console.error('node slow_phone.mjs FOLDER_OF_PACKAGES PROGRAM [TIMES]')
    process.exit(2)
}
const from = createRequire(path.resolve(packages, 'node_modules', 'index.js'))
const puppeteer = (await import(from.resolve('puppeteer-core'))).default
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cadran-slow-'))
const env = { ...process.env, HOME: folder, XDG_STATE_HOME: path.join(folder, 'state') }
const file = path.join(folder, 's.cadran')
spawnSync(program, ['new', file, '--template', 'huit-axes'], { env })
const host = spawn(program, ['host', file, '--json', '--listen', '127.0.0.1:0'], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
})
const lines = readline.createInterface({ input: host.stdout })[Symbol.asyncIterator]()
const { url } = JSON.parse((await lines.next()).value)
const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
})

async function once() {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
    await page.emulateCPUThrottling(6)
    await page.emulateNetworkConditions({ latency: 400, download: 50_000, upload: 50_000 })
    await page.evaluateOnNewDocument(() => {
        const looks = setInterval(() => {
            const form = document.getElementById('form')
            const go = document.getElementById('go')
            if (!form?.onsubmit || getComputedStyle(go).minHeight === '0px') return
            clearInterval(looks)
            requestAnimationFrame(() => {
                window.usable_ms = performance.now()
            })
        }, 5)
    })
    page.goto(url, { timeout: 60000 }).catch(() => {})
    await page.waitForFunction(() => window.usable_ms, { timeout: 30000, polling: 50 })
    const said = await page.evaluate(() => ({
        usable: window.usable_ms,
        painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    }))
    await page.waitForNetworkIdle({ idleTime: 1500, timeout: 60000 }).catch(() => {})
    said.all = await page.evaluate(() =>
        Math.max(...performance.getEntriesByType('resource').map(one => one.responseEnd)),
    )
    await context.close()
    return said
}
const seen = []
for (let n = 0; n < Number(times); ++n) seen.push(await once())
const out = {}
for (const what of ['painted', 'usable', 'all']) {
    const sorted = seen.map(one => Math.round(one[what])).sort((a, b) => a - b)
    out[what] = { median_ms: sorted[sorted.length >> 1], slowest_ms: sorted.at(-1) }
}
console.log(JSON.stringify(out))
await browser.close()
host.stdin.write('end\n')
host.stdin.end()
fs.rmSync(folder, { recursive: true, force: true })
