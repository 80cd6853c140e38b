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
fs.mkdirSync(path.join(folder, 'CONFIG', 'openbox'), { recursive: true })
fs.writeFileSync(
    path.join(folder, 'CONFIG', 'openbox', 'rc.xml'),
    '<openbox_config><applications><application class="*"><decor>no</decor></application></applications></openbox_config>',
)
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
        wanted => wanted.some(word => document.body.innerText.replace(/\s+/g, ' ').toLowerCase().includes(word.toLowerCase())),
        { timeout: 20000 },
        words,
    ).catch(async () => {
        const read = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '))
        throw new Error(`« ${words} » did not come, but: ${read}`)
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
    const id = run('xdotool', 'search', '--sync', '--onlyvisible', '--pid', `${window_.pid}`).split('\n')[0]
    run('xdotool', 'windowmove', id, '0', '0')
    run('xdotool', 'windowsize', id, '1920', '1080')
    await pause(1000)
    await look('empty-board')
    await steps(file)
}

async function steps(file) {
    // the QR code, on the network
    await key('q')
    await look('room-closed')
    await click(500, 490) // the second address: of the network
    await click(590, 960)
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
    await click(523, 368) // dots
    await key('ctrl+Return')
    await pause(800)
    await look('vote-open')
    await all(page => until(page, 'points restants', 'points left'))
    await look_at_phone('ballot')
    await all(async (page, n) => {
        for (let i = 0; i <= n; ++i) await nth(page, '.stepper', 1)
        await nth(page, '.stepper', 2 * ((n % 3) + 1) + 1)
    })
    await look_at_phone('ballot-filled')
    await all(main)
    await all(page => until(page, 'Envoyé', 'Sent'))
    await look_at_phone('sent')
    await look('three-ballots')
    await key('b', '3', 'Down', '2')
    await look('booth')
    await key('Return')
    await look('receipt')
    await key('Escape')
    await pause(500)
    await look('four-ballots')
    await key('ctrl+Return')
    await look('close-asked')
    await key('Return')
    await pause(1500)
    await look('result')
    await look_at_phone('result')
    await click(1802, 122)
    await look('result-facts')

    // blind estimates
    await key('alt+4')
    await look('place')
    await click(44, 180)
    await look('estimate-setup')
    await key('ctrl+Return')
    await pause(1000)
    await look('estimate-open')
    await look_at_phone('estimate')
    for (const [n, page] of phones.entries()) {
        for (let row = 0; row < 4; ++row) {
            const box = await (await page.$('.touch')).boundingBox()
            const [right, down] = [0.15 + 0.2 * ((row + n) % 4), 0.2 + 0.18 * ((row * 2 + n) % 4)]
            await page.touchscreen.tap(box.x + box.width * right, box.y + box.height * down)
            await pause(200)
            if (n === 0 && row === 0) await look_at_phone('estimate-placed')
            await main(page)
            await pause(200)
        }
        await until(page, 'Envoyer mes estimations', 'Send my estimates')
        if (n === 0) await look_at_phone('estimate-all')
        await main(page)
        await until(page, 'Envoyé', 'Sent')
    }
    await look('estimates-in')
    await key('ctrl+Return')
    await pause(1500)
    await look('estimates-asked')
    await key('Return')
    await pause(1500)
    await look('estimates-revealed')
    await look_at_phone('estimates-revealed')
    await key('Tab', 'Return')
    await look('placed-one')
    await key('Tab', 'Return', 'Tab', 'Return', 'Tab', 'Return')
    await look('placed-all')

    // decisions, the review, the room's window
    await key('alt+5')
    await look('decide')
    await key('Down', 'l', 'Down', 'e')
    await look('decided')
    await look_at_phone('decide')
    await key('F5')
    await pause(2500)
    await look('two-windows')
    const windows = () => run('xdotool', 'search', '--onlyvisible', '--name', '').split('\n').filter(Boolean).sort().join()
    const both = windows()
    await click(960, 700) // in the facilitator's window: the room's stays
    if (windows() !== both) throw new Error('a press in one window hid the other')
    await key('shift+F5')
    await pause(1000)
    await key('alt+6')
    await look('review')

    // the report
    run(program, 'report', file, '-o', path.join(folder, 'cr.html'), '--lang', language, '--organisation', 'Ville de Bréhan')
    for (const [width, height, name] of [[390, 844, 'phone'], [1280, 900, 'screen']]) {
        const page = await browser.newPage()
        await page.setViewport({ width, height })
        await page.goto(`file://${path.join(folder, 'cr.html')}`)
        await page.screenshot({ path: name_of(`report-on-a-${name}`), fullPage: true })
        await page.close()
    }
    const paper = await browser.newPage()
    await paper.goto(`file://${path.join(folder, 'cr.html')}`)
    await paper.pdf({ path: path.join(pictures, 'report.pdf'), preferCSSPageSize: true })
    console.log('report')
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
