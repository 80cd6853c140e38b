// The room on a network of its own: two network namespaces joined by a cable that can be cut, the program in one, phones in
// real Chromium in the other, without loopback's privileges. Run by hand, as root:
//
//   npm install --prefix FOLDER puppeteer-core@25
//   node tests/room/network.mjs FOLDER build/tests/bin/cadran
//
// Needs iproute2, curl and Chromium. One line for each thing looked at; exits 1 when one does not hold.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'

const [packages, program] = process.argv.slice(2)
if (!program) {
    console.error('node network.mjs FOLDER_OF_PACKAGES PROGRAM')
    process.exit(2)
}
const from = createRequire(path.resolve(packages, 'node_modules', 'index.js'))
const puppeteer = (await import(from.resolve('puppeteer-core'))).default
const pause = ms => new Promise(done => setTimeout(done, ms))
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cadran-network-'))
let failed = 0
function check(what, holds, said = '') {
    if (!holds) ++failed
    console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}${holds || said === '' ? '' : ` (${said})`}`)
}
async function comes(what, holds, seconds = 20) {
    for (let i = 0; i < seconds * 5; ++i) {
        if (await holds()) return check(what, true)
        await pause(200)
    }
    check(what, false, `not within ${seconds} s`)
}

// --- two machines and a cable

const [host_ns, phone_ns] = [`cadran-h${process.pid}`, `cadran-p${process.pid}`]
const [host_end, phone_end] = [`ch${process.pid}`, `cp${process.pid}`]
const ip = (...words) => execFileSync('ip', words, { encoding: 'utf8' })
const inside = (ns, ...words) => ['netns', 'exec', ns, ...words]
const lan = '10.77.0.1'
process.on('exit', () => [host_ns, phone_ns].forEach(ns => spawnSync('ip', ['netns', 'del', ns], { stdio: 'ignore' })))
ip('netns', 'add', host_ns)
ip('netns', 'add', phone_ns)
ip('link', 'add', host_end, 'type', 'veth', 'peer', 'name', phone_end)
ip('link', 'set', host_end, 'netns', host_ns, 'name', 'eth9')
ip('link', 'set', phone_end, 'netns', phone_ns, 'name', 'wlan0')
// First what phones do not reach: a container's bridge and a VPN.
for (const [name, address] of [['docker0', '172.17.0.1/16'], ['tun0', '10.8.0.2/24']]) {
    ip('-n', host_ns, 'link', 'add', name, 'type', 'veth', 'peer', 'name', `${name}x`)
    ip('-n', host_ns, 'addr', 'add', address, 'dev', name)
    ip('-n', host_ns, 'link', 'set', name, 'up')
    ip('-n', host_ns, 'link', 'set', `${name}x`, 'up')
}
for (const ns of [host_ns, phone_ns]) ip('-n', ns, 'link', 'set', 'lo', 'up')
ip('-n', host_ns, 'addr', 'add', `${lan}/24`, 'dev', 'eth9')
ip('-n', host_ns, 'link', 'set', 'eth9', 'up')
for (let n = 31; n < 45; ++n) ip('-n', phone_ns, 'addr', 'add', `10.77.0.${n}/24`, 'dev', 'wlan0')
ip('-n', phone_ns, 'link', 'set', 'wlan0', 'up')
const cable = how => ip('-n', host_ns, 'link', 'set', 'eth9', how) // the phone's own link stays up

// --- the program

const env = { ...process.env, HOME: folder }
for (const name of ['CONFIG', 'DATA', 'STATE', 'CACHE']) env[`XDG_${name}_HOME`] = path.join(folder, name)
const file = path.join(folder, 'atelier.cadran')
const run = (...words) => execFileSync(program, words, { env, encoding: 'utf8' })
run('new', file, '--template', 'huit-axes', '--lang', 'fr')
const titles = Array.from({ length: 150 }, (_, n) => `Prévoir l’entretien des routes départementales du secteur ${n + 1}`)
fs.writeFileSync(path.join(folder, 'cas.csv'), ['Titre', ...titles].join('\n') + '\n')
run('import', file, path.join(folder, 'cas.csv'))

class Host {
    constructor(address, prefix = []) {
        const words = inside(host_ns, ...prefix, path.resolve(program), 'host', file, '--json', '--listen', address)
        this.process = spawn('ip', words, { env, stdio: ['pipe', 'pipe', 'inherit'] })
        this.answers = readline.createInterface({ input: this.process.stdout })[Symbol.asyncIterator]()
    }
    async opened() {
        return JSON.parse((await this.answers.next()).value)
    }
    async tell(line) {
        this.process.stdin.write(line + '\n')
        const said = JSON.parse((await this.answers.next()).value)
        if (!said.ok) throw new Error(`${line}: ${said.text}`)
        return said
    }
    // The program itself: `ip netns exec` becomes it.
    memory() {
        return Number(fs.readFileSync(`/proc/${this.process.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024
    }
    end(signal = 'SIGTERM') {
        const over = new Promise(done => this.process.on('exit', done))
        this.process.kill(signal)
        return over
    }
}
const curl = (ns, ...words) =>
    spawnSync('ip', inside(ns, 'curl', '-s', '-m', '5', '-o', '/dev/null', '-w', '%{http_code}', ...words), { encoding: 'utf8' }).stdout
// Connections from the phones' side, held by a process that can be stopped.
function hold(addresses, request = '') {
    const script = `for (const localAddress of ${JSON.stringify(addresses)}) {
        const s = require('net').connect({ port: ${port}, host: '${lan}', localAddress }, () => s.write(${JSON.stringify(request)}))
        s.on('data', () => {})
        s.on('error', () => {})
    }
    setTimeout(() => {}, 1e9)`
    return spawn('ip', inside(phone_ns, process.execPath, '-e', script), { stdio: 'ignore' })
}
const port = 8080

const wrapper = path.join(folder, 'chromium')
fs.writeFileSync(wrapper, `#!/bin/sh\nexec ip netns exec ${phone_ns} ${process.env.CHROMIUM || '/usr/bin/chromium'} "$@"\n`, { mode: 0o755 })
let browser
async function take_phone(url, before = () => {}) {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
    await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'language', { get: () => 'fr-FR' }))
    await page.evaluateOnNewDocument(before)
    page.hosts = new Set()
    page.on('request', one => one.url().startsWith('http') && page.hosts.add(new URL(one.url()).host))
    await page.goto(url)
    await page.waitForSelector('#go')
    await page.type('#name', 'Camille-Canari')
    await page.click('#go')
    await page.waitForSelector('#app .bar', { timeout: 30000 })
    return page
}
const shows = async (page, text) => (await page.evaluate(() => document.body.innerText)).replace(/\s+/g, ' ').includes(text)
const nth = (page, selector, i) => page.evaluate((s, at) => document.querySelectorAll(s)[at].click(), selector, i)
const main = page =>
    page.evaluate(() => document.querySelector('#app footer .main:last-of-type, #app footer .main-row .main:last-child').click())

async function all() {
    // --- the address that is told
    let host = new Host(`0.0.0.0:${port}`)
    const everywhere = await host.opened()
    check('with a container and a VPN listed first, the address is that of the network', everywhere.url.startsWith(`http://${lan}:${port}/`), everywhere.url)
    await host.end()

    host = new Host(`${lan}:${port}`)
    const opened = await host.opened()
    const page_url = opened.url
    check('a phone reaches it', curl(phone_ns, page_url) === '200')
    check('not by the name of another site', curl(phone_ns, '-H', 'Host: evil.example', page_url) === '421')
    check('nothing listens on the other addresses', curl(host_ns, `http://172.17.0.1:${port}/`) === '000')

    // --- phones, one of each kind
    browser = await puppeteer.launch({ executablePath: wrapper, pipe: true, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
    const usual = await take_phone(page_url)
    const without = await take_phone(page_url, () => delete window.EventSource)
    const blocked = await take_phone(page_url, () => {
        window.EventSource = class { // of a browser that lets no stream through
            addEventListener() {}
            close() {}
            constructor() { setTimeout(() => this.onerror?.(), 50) }
        }
    })
    const early = await take_phone(page_url, () => {
        const Real = Date
        window.Date = class extends Real {
            constructor(...words) { words.length ? super(...words) : super(Real.now() - 7_200_000) }
            static now() { return Real.now() - 7_200_000 }
        }
    })
    const phones = [usual, without, blocked, early]
    const insecure = await usual.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof crypto.randomUUID, typeof navigator.clipboard, typeof navigator.wakeLock])
    check('on this address the browser has no secure context, and the page joined without', insecure.join() === 'false,undefined,undefined,undefined,undefined', insecure.join())
    check('four phones have a seat', (await host.tell('show')).seats === 4)

    await host.tell('step vote')
    await host.tell('vote dots')
    for (const [n, page] of phones.entries())
        await comes(`the ballot is there: ${['as usual', 'without streams', 'with streams blocked', 'two hours slow'][n]}`, () => shows(page, 'points restants'), 40)
    for (const page of [without, blocked, early]) {
        await nth(page, '.stepper', 1)
        await main(page)
        await comes('its ballot is received', () => shows(page, 'Envoyé ✓'))
    }

    // --- the cable is cut: nothing tells the phone, whose own link stays
    cable('down')
    await pause(500)
    await nth(usual, '.stepper', 1)
    await main(usual)
    await pause(2000)
    check('pressed without a network: it waits, and is not said to be sent', !(await shows(usual, 'Envoyé ✓')))
    await comes('the phone notices by itself', () => shows(usual, 'Hors ligne'), 40)
    await comes('the program notices too', async () => (await host.tell('show')).here === 0, 60)
    cable('up')
    await comes('back, it is sent by itself', () => shows(usual, 'Envoyé ✓'), 40)
    check('and counts once', (await host.tell('show')).ballots === 4)

    // --- a page that the browser froze
    const cdp = await usual.createCDPSession()
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
    await host.tell('close')
    await pause(1500)
    await cdp.send('Page.setWebLifecycleState', { state: 'active' })
    await comes('a page that was frozen shows the present', () => shows(usual, 'clos'), 15)
    await host.tell('reveal')
    await comes('and the result', () => shows(usual, 'votants'), 20)
    check('nothing was asked of another host', phones.every(page => [...page.hosts].every(one => one === `${lan}:${port}`)))

    // --- a phone that reads nothing while much is told
    const cookies = await usual.cookies()
    const cookie = cookies.find(one => one.name === 'cadran_seat')
    const asleep = hold(['10.77.0.44'], `GET /api/events?lang=fr HTTP/1.1\r\nHost: ${lan}:${port}\r\nCookie: cadran_seat=${cookie.value}\r\n\r\n`)
    await pause(1500)
    asleep.kill('SIGSTOP')
    const before = host.memory()
    for (let i = 0; i < 100; ++i) {
        await host.tell(i % 2 ? 'step vote' : 'step gather')
        await pause(270)
    }
    const grown = host.memory() - before
    check(`a phone that sleeps through a hundred states costs ${grown.toFixed(1)} MB`, grown < 8)
    asleep.kill('SIGKILL')

    // --- what is on the disk
    const canaries = [cookie.value, 'Camille-Canari', '10.77.0.31']
    const found = canaries.filter(one => spawnSync('grep', ['-rqF', one, folder]).status === 0)
    check('no file holds a token, a name or an address of a phone', found.length === 0, found.join())
    await browser.close()
    await host.end()

    // --- file descriptors are used up
    host = new Host(`${lan}:${port}`, ['prlimit', '--nofile=40'])
    await host.opened()
    const many = hold(Array.from({ length: 100 }, (_, n) => `10.77.0.${31 + (n % 10)}`))
    await pause(4000)
    check('a hundred connections with forty descriptors do not end it', (await host.tell('show')).ok)
    many.kill('SIGKILL')
    await comes('afterwards it takes connections again', async () => curl(phone_ns, page_url) === '200', 20)
    host.process.stdin.write('end\n')
    await host.end()
}

try {
    await all()
} catch (error) {
    ++failed
    console.log(`FAILED ${error.message}`)
} finally {
    await browser?.close().catch(() => {})
    for (const ns of [host_ns, phone_ns]) {
        for (const pid of ip('netns', 'pids', ns).split('\n').filter(Boolean)) process.kill(Number(pid), 'SIGKILL')
        ip('netns', 'del', ns)
    }
    fs.rmSync(folder, { recursive: true, force: true })
}
console.log(failed ? `${failed} failed` : 'all holds')
process.exit(failed ? 1 : 0)
