// A whole workshop as a series of pictures, to be looked at one by one: the real window under Xvfb,
// driven by keys and a mouse, and three phones in real Chromium, from the QR code to the report.
// Run by hand:
//
//   npm install --prefix FOLDER puppeteer-core@25
//   node tests/room/whole_workshop.mjs FOLDER build/dev/bin/cadran FOLDER_FOR_PICTURES [fr|en] [day|night]
//
// Needs Xvfb, openbox, xdotool, ImageMagick, zbarimg, Chromium, and a network address besides
// loopback. Stops with what did not come.
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

const [packages, program, pictures, language = 'fr', appearance = 'day'] = process.argv.slice(2)
if (!pictures) {
    console.error('node whole_workshop.mjs FOLDER_OF_PACKAGES PROGRAM FOLDER_FOR_PICTURES [fr|en] [day|night]')
    process.exit(2)
}
const from = createRequire(path.resolve(packages, 'node_modules', 'index.js'))
const puppeteer = (await import(from.resolve('puppeteer-core'))).default
const french = language === 'fr'
const pause = ms => new Promise(done => setTimeout(done, ms))
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cadran-whole-'))
fs.mkdirSync(pictures, { recursive: true })
const display = `:${300 + (process.pid % 300)}`
const env = { ...process.env, DISPLAY: display, HOME: folder, LIBGL_ALWAYS_SOFTWARE: '1' }
for (const name of ['CONFIG', 'DATA', 'STATE', 'CACHE']) env[`XDG_${name}_HOME`] = path.join(folder, name)
fs.mkdirSync(path.join(folder, 'CONFIG', 'cadran'), { recursive: true })
fs.writeFileSync(
    path.join(folder, 'CONFIG', 'cadran', 'preferences.json'),
    JSON.stringify({ language, appearance, motion: 'reduced', organisation: 'Département de l’Armance' }),
)

// --- the window

const started = []
function start(command, ...words) {
    const process_of = spawn(command, words, { env, stdio: 'ignore' })
    started.push(process_of)
    return process_of
}
const run = (command, ...words) => execFileSync(command, words, { env, encoding: 'utf8' })
async function key(...keys) {
    for (const one of keys) {
        run('xdotool', 'key', '--clearmodifiers', one)
        await pause(250)
    }
}
async function click(x, y) {
    run('xdotool', 'mousemove', `${x}`, `${y}`)
    await pause(120)
    run('xdotool', 'click', '1')
    await pause(350)
}
async function type(text) {
    run('xdotool', 'type', '--delay', '25', text)
    await pause(300)
}
let count = 0
const name_of = what => path.join(pictures, `${String(++count).padStart(2, '0')}-${what}.png`)
async function look(what) {
    run('xdotool', 'mousemove', '960', '1078') // no tooltip
    await pause(900)
    run('import', '-window', 'root', name_of(what))
    console.log(what)
}

// --- the phones

let browser
const phones = []
async function take_phone(url, n) {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 })
    await page.evaluateOnNewDocument(
        tag => Object.defineProperty(navigator, 'language', { get: () => tag }),
        french ? 'fr-FR' : 'en-GB',
    )
    page.on('pageerror', error => console.log(`phone ${n}: ${error}`))
    await page.goto(url)
    await page.waitForSelector('#go')
    phones.push(page)
}
async function look_at_phone(what, page = phones[0]) {
    await pause(400)
    await page.screenshot({ path: name_of(`phone-${what}`) })
    console.log(`phone: ${what}`)
}
const main = page =>
    page.evaluate(() =>
        document.querySelector('#app footer .main:last-of-type, #app footer .main-row .main:last-child').click(),
    )
const nth = (page, selector, i) => page.evaluate((s, at) => document.querySelectorAll(s)[at].click(), selector, i)
async function press(page, ...words) {
    const found = await page.evaluate(wanted => {
        const button = [...document.querySelectorAll('button')].find(one =>
            wanted.some(word => one.innerText.includes(word)),
        )
        button?.click()
        return !!button
    }, words)
    if (!found) throw new Error(`no button ${words}`)
}
async function until(page, ...words) {
    await page.waitForFunction(
        wanted => wanted.some(word => document.body.innerText.replace(/\s+/g, ' ').includes(word)),
        { timeout: 20000 },
        words,
    ).catch(() => {
        throw new Error(`« ${words} » did not come`)
    })
}
const all = act => Promise.all(phones.map(act))

async function workshop() {
    const file = path.join(folder, 'atelier.cadran')
    run(program, 'new', file, '--template', 'budget-participatif', '--lang', language)
    start('Xvfb', display, '-screen', '0', '1920x1080x24')
    await pause(1500)
    start('openbox')
    await pause(500)
    const window_ = start(program, file)
    await pause(4000)
    run('xdotool', 'search', '--sync', '--onlyvisible', '--pid', `${window_.pid}`, 'windowsize', '1920', '1080', 'windowmove', '0', '0')
    await pause(1000)
    await look('empty-board')
    await steps(file)
}

async function steps(file) {
    // the QR code, on the network
    await key('q')
    await look('room-closed')
    await click(500, 490) // the second address: of the network
    await click(590, 963)
    await pause(1500)
    const shown = name_of('room-open')
    run('import', '-window', 'root', shown)
    const url = run('zbarimg', '-q', '--raw', shown).trim()
    console.log(`the QR code says ${url}`)
    browser = await puppeteer.launch({
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    })
    for (let n = 0; n < 3; ++n) await take_phone(url, n)
    await look_at_phone('joining')
    await all(async (page, n) => {
        await page.type('#name', `Personne ${n + 1}`)
        await page.click('#go')
        await page.waitForSelector('#app .bar', { timeout: 20000 })
    })
    await look('three-joined')
    await key('Escape')
    await look('gather-with-room')

    // proposals
    const ideas = ['Planter une haie au square', 'Réparer le préau de l’école', 'Prêter des vélos aux collégiens']
    await look_at_phone('proposing')
    await all(async (page, n) => {
        await page.type('#idea', ideas[n])
        await main(page)
    })
    await all(page => until(page, 'En attente', 'Waiting'))
    await look_at_phone('proposed')
    await look('inbox')
    await key('a', 'a', 'a')
    await all(page => until(page, 'Affichée', 'on the board'))
    await look('accepted')
    await key('n')
    await type('Ouvrir la cour le samedi')
    await key('Return', 'Escape')
    await look('typed')
    await look_at_phone('accepted')

    // a vote by phones and keyboard
    await key('alt+3')
    await look('vote-setup')
    await key('ctrl+Return')
    await pause(800)
    await look('vote-open')
    await look_at_phone('ballot')
}

try {
    await workshop()
} catch (error) {
    console.error(error.message)
    try {
        run('import', '-window', 'root', name_of('stopped'))
    } catch {
        // no window
    }
    process.exitCode = 1
} finally {
    await browser?.close()
    for (const one of started.reverse()) one.kill()
    fs.rmSync(folder, { recursive: true, force: true })
}
