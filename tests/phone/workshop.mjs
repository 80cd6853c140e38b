// Twelve phones in real Chromium against the real program, each behind an address and a network of
// its own: they join, propose, vote by three methods and estimate; one loses its network, one its
// answer, one reloads, one lies. Counts have to be exact. Run by hand:
//
//   npm install --prefix FOLDER puppeteer-core@25 axe-core@4
//   node tests/phone/workshop.mjs FOLDER build/tests/bin/cadran [FOLDER_FOR_PICTURES]
//
// One line for each thing looked at; exits 1 when one does not hold.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'

const [packages, program, pictures] = process.argv.slice(2)
if (!program) {
    console.error('node workshop.mjs FOLDER_OF_PACKAGES PROGRAM [FOLDER_FOR_PICTURES]')
    process.exit(2)
}
const from = createRequire(path.resolve(packages, 'node_modules', 'index.js'))
const puppeteer = (await import(from.resolve('puppeteer-core'))).default
const axe = fs.readFileSync(from.resolve('axe-core/axe.min.js'), 'utf8')
const count = 12
const patience = 15000 // ms, on a busy machine

let failed = 0
function check(what, holds) {
    if (!holds) ++failed
    console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}`)
}

// --- the program, told what to do line by line

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cadran-phones-'))
const file = path.join(folder, 'atelier.cadran')
const titles = [
    'Classement automatique du courrier entrant',
    'Traduction à l’accueil social',
    'Pilotage du chauffage des collèges',
    'Assistant en ligne sur les aides sociales',
    'Prévision des dépenses d’APA',
    'Détection des nids-de-poule sur les routes',
]
function run(...words) {
    const done = spawnSync(program, words, { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stderr}`)
    return done.stdout
}
run('new', file, '--template', 'huit-axes', '--lang', 'fr')
fs.writeFileSync(
    path.join(folder, 'cas.csv'),
    ['Titre', ...titles.map(title => `"${title}"`)].join('\n') + '\n',
)
run('import', file, path.join(folder, 'cas.csv'))

const port = 20000 + (process.pid % 20000)
const host = spawn(program, ['host', file, '--json', '--listen', `127.0.0.1:${port}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
})
const answers = readline.createInterface({ input: host.stdout })[Symbol.asyncIterator]()
const opened = JSON.parse((await answers.next()).value)
async function tell(line) {
    host.stdin.write(line + '\n')
    const said = JSON.parse((await answers.next()).value)
    if (!said.ok) throw new Error(`${line}: ${said.text}`)
    return said
}

// --- the network of one phone: a proxy that comes from an address of its own, and can be cut

function network(n) {
    const net = { cut: false, swallow: null, sockets: new Set(), posts: [] }
    const address = `127.0.0.${10 + n}`
    const server = http.createServer((request, answer) => {
        if (net.cut) {
            request.socket.destroy()
            return
        }
        const url = new URL(request.url)
        const parts = []
        const on = http.request(
            {
                host: '127.0.0.1',
                port,
                path: url.pathname + url.search,
                method: request.method,
                headers: request.headers,
                localAddress: address,
            },
            back => {
                if (net.swallow && url.pathname === net.swallow) {
                    // the program did it, and its answer is lost
                    net.swallow = null
                    back.resume()
                    back.on('end', () => request.socket.destroy())
                    return
                }
                answer.writeHead(back.statusCode, back.headers)
                back.pipe(answer)
            },
        )
        on.on('error', () => request.socket.destroy())
        answer.on('close', () => on.destroy())
        request.on('data', part => {
            parts.push(part)
            on.write(part)
        })
        request.on('end', () => {
            if (request.method === 'POST')
                net.posts.push({
                    path: url.pathname,
                    cookie: request.headers.cookie,
                    body: JSON.parse(Buffer.concat(parts).toString() || '{}'),
                })
            on.end()
        })
    })
    server.on('connection', socket => {
        net.sockets.add(socket)
        socket.on('close', () => net.sockets.delete(socket))
    })
    net.off = () => {
        net.cut = true
        for (const socket of net.sockets) socket.destroy()
    }
    net.on = () => {
        net.cut = false
    }
    return new Promise(done =>
        server.listen(0, '127.0.0.1', () => {
            net.port = server.address().port
            net.server = server
            done(net)
        }),
    )
}

// --- the phones

const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
})
const pause = ms => new Promise(done => setTimeout(done, ms))

async function take_phone(n) {
    const net = await network(n)
    const context = await browser.createBrowserContext({
        proxyServer: `http://127.0.0.1:${net.port}`,
        proxyBypassList: ['<-loopback>'],
    })
    const page = await context.newPage()
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
    await page.evaluateOnNewDocument(() =>
        Object.defineProperty(navigator, 'language', { get: () => 'fr-FR' }),
    )
    const phone = { n, net, page, errors: [], hosts: new Set() }
    page.on('pageerror', error => phone.errors.push(String(error)))
    page.on('request', request => {
        if (request.url().startsWith('http')) phone.hosts.add(new URL(request.url()).host)
    })
    return phone
}

async function until(phone, text) {
    await phone.page
        .waitForFunction(
            wanted => document.body.innerText.replace(/\s+/g, ' ').includes(wanted),
            { timeout: patience },
            text,
        )
        .catch(() => {
            throw new Error(`phone ${phone.n}: « ${text} » did not come`)
        })
}
const shows = async (phone, text) =>
    (await phone.page.evaluate(() => document.body.innerText)).replace(/\s+/g, ' ').includes(text)
const main = phone =>
    phone.page.evaluate(() =>
        document
            .querySelector('#app footer .main:last-of-type, #app footer .main-row .main:last-child')
            .click(),
    )
const nth = (phone, selector, i) =>
    phone.page.evaluate((s, at) => document.querySelectorAll(s)[at].click(), selector, i)
const all = act => Promise.all(phones.map(act))

async function look(name) {
    const { page } = phones[0]
    if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) })
    const found = await page.evaluate(async source => {
        if (!window.axe) new Function(source)()
        return (await window.axe.run()).violations.map(one => one.id)
    }, axe)
    check(`axe-core finds nothing: ${name}${found.length ? ` (${found})` : ''}`, found.length === 0)
    // A key of a catalogue in place of its words: "method.dots.title".
    const keys = await page.evaluate(
        () => document.body.innerText.match(/\b[a-z]+(?:\.[a-z_-]+){2,}/g) || [],
    )
    check(`every text has its words: ${name}${keys.length ? ` (${keys})` : ''}`, keys.length === 0)
}

const phones = []
for (let n = 1; n <= count; ++n) phones.push(await take_phone(n))
const [first, , sleeper, , reloader, , changer, , unlucky] = phones

// --- joining

await first.page.goto(`${opened.url}`)
await pause(500)
await look('joining')
await all(async phone => {
    if (phone !== first) await phone.page.goto(opened.url)
    await phone.page.waitForSelector('#go')
    await phone.page.type('#name', `Personne ${phone.n}`)
    await phone.page.click('#go')
    await phone.page.waitForSelector('#app .bar', { timeout: patience })
})
check('twelve seats', (await tell('show')).seats === count)
await look('proposing')

// --- proposing: one without a network

const ideas = [
    'Résumer les comptes rendus des commissions',
    'Répondre aux questions sur le RSA',
    'Préparer les visites de terrain des élus',
    'Trier les signalements de voirie',
    'Relire les marchés publics',
    'Planifier les tournées de collecte',
    'Transcrire les conseils municipaux',
    'Repérer les factures en double',
    'Aider à remplir le dossier MDPH',
    'Cartographier les arbres à élaguer',
    'Prévoir la fréquentation des cantines',
    'Anonymiser les délibérations',
]
sleeper.net.off()
await until(sleeper, 'Hors ligne')
await all(async phone => {
    await phone.page.type('#idea', ideas[phone.n - 1])
    await main(phone)
    await pause(1800)
    if (await shows(phone, 'Proposer quand même')) await main(phone)
})
await until(sleeper, 'pas encore arrivée')
await all(phone => phone === sleeper || until(phone, 'En attente de validation'))
check('eleven proposals while one phone has no network', (await tell('show')).proposals === count - 1)
sleeper.net.on()
await until(sleeper, 'En attente de validation')
check('twelve once it is back', (await tell('show')).proposals === count)
check('all are accepted', (await tell('accept')).accepted === count)
await all(phone => until(phone, 'Affichée au tableau'))
await look('accepted')

// --- three methods

const sent = path_of => phones.map(phone => phone.net.posts.filter(post => post.path === path_of).at(-1).body)

async function close_and_tally(expected) {
    const closed = await tell('close')
    check(`${expected} ballots in the box`, closed.ballots === expected)
    await all(phone => until(phone, 'clos'))
    await tell('reveal')
    return JSON.parse(run('tally', file, '--json'))
}

await tell('step vote')
await tell('vote dots')
await all(phone => until(phone, 'points restants'))
await look('points')
await all(async phone => {
    for (let i = 0; i <= phone.n % 3; ++i) await nth(phone, '.stepper', 2 * (phone.n % 5) + 1)
    await nth(phone, '.stepper', 13)
})
await reloader.page.reload()
await reloader.page.waitForSelector('#app .bar', { timeout: patience })
await until(reloader, `${10 - 2 - (reloader.n % 3)} points restants`)
check('the draft outlives a reload', true)
unlucky.net.swallow = '/api/ballot'
await all(main)
await all(phone => until(phone, 'Envoyé ✓'))
await look('sent')
const twice = unlucky.net.posts.filter(post => post.path === '/api/ballot').map(post => post.body.act)
check('a lost answer: sent again as the same act', twice.length >= 2 && new Set(twice).size === 1)
await changer.page.evaluate(() =>
    [...document.querySelectorAll('button')].find(one => one.textContent.includes('Modifier')).click(),
)
await until(changer, 'points restants')
await nth(changer, '.stepper', 15)
await main(changer)
await until(changer, 'Envoyé ✓')
check('twelve ballots, however often they were sent', (await tell('show')).ballots === count)

// --- one lies

function post(where, body, more = {}, address = '127.0.0.99') {
    return new Promise(done => {
        const text = JSON.stringify(body)
        const request = http.request(
            {
                host: '127.0.0.1',
                port,
                path: where,
                method: 'POST',
                localAddress: address,
                headers: {
                    'Content-Type': 'application/json',
                    'Content-Length': Buffer.byteLength(text),
                    'X-Cadran': 'fr',
                    Origin: `http://127.0.0.1:${port}`,
                    ...more,
                },
            },
            answer => {
                let said = ''
                answer.on('data', part => {
                    said += part
                })
                answer.on('end', () => done({ status: answer.statusCode, said }))
            },
        )
        request.on('error', () => done({ status: 0, said: '' }))
        request.end(text)
    })
}
const ballot = first.net.posts.filter(one => one.path === '/api/ballot').at(-1).body
const { cookie } = first.net.posts.at(-1)
const lie = { ...ballot, act: 'a-lie-of-16-signs' }
check(
    'a forged seat is refused',
    (await post('/api/ballot', lie, { Cookie: `cadran_seat=${'0'.repeat(32)}` })).status === 401,
)
check('no seat is refused', (await post('/api/ballot', lie)).status === 401)
check(
    'another site is refused',
    (await post('/api/ballot', lie, { Cookie: cookie, Origin: 'http://evil.example' })).status === 403,
)
check(
    'a form of another page is refused',
    (await post('/api/ballot', lie, { Cookie: cookie, 'X-Cadran': '' })).status === 403,
)
check(
    'a rebound name is refused',
    (await post('/api/ballot', lie, { Cookie: cookie, Host: `evil.example:${port}` })).status === 421,
)
check(
    'more points than there are is refused',
    (
        await post(
            '/api/ballot',
            { ...lie, marks: ballot.marks.map(mark => ({ ...mark, value: 99 })) },
            { Cookie: cookie },
        )
    ).status === 422,
)
check(
    'a replayed ballot gets its first answer',
    (await post('/api/ballot', ballot, { Cookie: cookie })).status === 200,
)
check('and the count stays', (await tell('show')).ballots === count)

{
    const wanted = new Map()
    for (const one of sent('/api/ballot'))
        for (const mark of one.marks) wanted.set(mark.case, (wanted.get(mark.case) || 0) + mark.value)
    const tally = await close_and_tally(count)
    await all(phone => until(phone, 'votants'))
    const total = tally.results.reduce((sum, row) => sum + Number(row.score), 0)
    check(
        'every point of every phone is counted, once',
        total === [...wanted.values()].reduce((sum, n) => sum + n, 0),
    )
    check(
        'case by case',
        tally.results.every(row => Number(row.score) === (wanted.get(String(row.case)) || 0)),
    )
    check('twelve voters', tally.voters === count)
    await look('result')
}
check(
    'a ballot after the close is refused',
    (await post('/api/ballot', { ...lie, act: 'too-late-16-signs' }, { Cookie: cookie })).status === 409,
)
check(
    'nothing of the ballot stays on the phones',
    (
        await Promise.all(
            phones.map(phone =>
                phone.page.evaluate(
                    () => Object.keys(localStorage).filter(key => key.includes('.round.')).length,
                ),
            ),
        )
    ).every(n => n === 0),
)

await tell('vote approval')
await all(phone => until(phone, 'cas choisi'))
await all(async phone => {
    await nth(phone, '#app input[type=checkbox]', phone.n % 4)
    await nth(phone, '#app input[type=checkbox]', 5)
})
await look('ticks')
await all(main)
await all(phone => until(phone, 'Envoyé ✓'))
{
    const tally = await close_and_tally(count)
    check('two ticks a phone', tally.results.reduce((sum, row) => sum + Number(row.score), 0) === 2 * count)
}

await tell('vote ranking')
await all(phone => until(phone, 'Votre classement'))
await all(async phone => {
    for (let i = 0; i < 3; ++i) await nth(phone, '.pool .choice', (phone.n + i) % 4)
})
await look('ranking')
await all(main)
await all(phone => until(phone, 'Envoyé ✓'))
check(
    'three places a phone',
    sent('/api/ballot').every(one => one.marks.length === 3),
)
check('twelve rankings', (await close_and_tally(count)).voters === count)

// --- estimating, by touch

await tell('step place')
await tell('estimate')
await all(phone => until(phone, 'Je ne sais pas'))
await all(async phone => {
    const box = await (await phone.page.$('.touch')).boundingBox()
    await phone.page.touchscreen.tap(box.x + box.width * 0.25, box.y + box.height * 0.25)
})
await look('estimating')
await all(async phone => {
    await main(phone)
    await phone.page.evaluate(() =>
        [...document.querySelectorAll('button')]
            .find(one => one.textContent.includes('Je ne sais pas'))
            .click(),
    )
    await main(phone)
    await phone.page.evaluate(() =>
        [...document.querySelectorAll('button')].find(one => one.textContent.includes('Voir toutes')).click(),
    )
    await until(phone, 'Envoyer mes estimations')
    await main(phone)
    await until(phone, 'Envoyé ✓')
})
await look('estimates-sent')
check(
    'a placed case and one that is not known, apart from zero',
    sent('/api/estimate').every(
        one =>
            one.estimates.length === 2 &&
            one.estimates[0].opportunity === 750 &&
            one.estimates[0].risk === 250 &&
            one.estimates[1].opportunity === null,
    ),
)
check('twelve estimates', (await tell('close')).ballots === count)
await tell('reveal')
await all(phone => until(phone, '7,5'))
await look('estimates')

// --- the end

host.stdin.write('end\n')
await all(phone => until(phone, 'a fermé la salle'))
check(
    'the phones forget the room',
    (
        await Promise.all(
            phones.map(phone =>
                phone.page.evaluate(
                    () => Object.keys(localStorage).filter(key => key !== 'cadran.language').length,
                ),
            ),
        )
    ).every(n => n === 0),
)
check(
    'nothing went to another host',
    phones.every(phone => [...phone.hosts].every(one => one === `127.0.0.1:${port}`)),
)
for (const phone of phones)
    check(
        `no error on phone ${phone.n}${phone.errors.length ? `: ${phone.errors[0]}` : ''}`,
        phone.errors.length === 0,
    )
await browser.close()
for (const phone of phones) phone.net.server.close()
host.kill('SIGTERM')
fs.rmSync(folder, { recursive: true })
console.log(failed ? `${failed} failed` : 'all holds')
process.exit(failed ? 1 : 0)
