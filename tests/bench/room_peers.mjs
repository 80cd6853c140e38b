// The room of phones beside two common servers on Node: the same phones, messages and pauses against
// `cadran host`, `ws` and `socket.io`. Run by hand, on a quiet machine:
//
//   npm install --prefix FOLDER ws@8 socket.io@4 socket.io-client@4
//   node tests/bench/room_peers.mjs FOLDER build/bench/bin/cadran [PHONES] [SECONDS]
//
// A phone gets the state when it connects, then the number of ballots, four times a second at most;
// it replaces its ballot, waits for the answer, pauses. The servers on Node keep each ballot in a
// file and flush it before they answer, as the program does ("flushed"), or only in memory
// ("memory"). One JSON object a line. The phones share the machine, in one process.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'

const port = 18432
const calm = [1500, 3000] // ms between an answer and the next ballot
const busy = [300, 400] // under the 30 acts in 10 seconds that the program allows

const [packages, program, ...numbers] = process.argv.slice(2)
const from = createRequire(path.resolve(packages ?? '.', 'node_modules', 'index.js'))
const sleep = ms => new Promise(done => setTimeout(done, ms))

// --- servers on Node, each in a process of its own: PACKAGES --serve KIND KEEPS STATE FILE

async function serve(kind, keeps, state, file) {
    const log = await fs.promises.open(file, 'a')
    const ballots = new Map()
    let told = 0
    async function keep(seat, ballot) {
        ballots.set(seat, ballot)
        if (keeps !== 'flushed') return
        await log.write(JSON.stringify([seat, ballot]) + '\n')
        await log.datasync()
    }
    const first = fs.readFileSync(state, 'utf8')
    const server = http.createServer()
    let all
    if (kind === 'ws') {
        const { WebSocketServer } = from('ws')
        const sockets = new WebSocketServer({ server, perMessageDeflate: false })
        sockets.on('connection', socket => {
            const seat = ++told
            socket.send(first)
            socket.on('message', async bytes => {
                const said = JSON.parse(bytes)
                await keep(seat, said)
                socket.send(JSON.stringify({ act: said.act, ok: true }))
            })
        })
        all = text => sockets.clients.forEach(one => one.send(text))
    } else {
        const { Server } = from('socket.io')
        const sockets = new Server(server, { transports: ['websocket'] })
        sockets.on('connection', socket => {
            const seat = ++told
            socket.emit('state', first)
            socket.on('ballot', async (said, answer) => {
                await keep(seat, said)
                answer({ ok: true })
            })
        })
        all = text => sockets.emit('count', text)
    }
    let shown = 0
    setInterval(() => {
        if (ballots.size === shown) return
        shown = ballots.size
        all(JSON.stringify({ cast: shown }))
    }, 250)
    server.listen(port, '127.0.0.1', () => console.log('listening'))
}
// --- phones: { state: Promise, vote(body): Promise, end() }

function over_http(n, code) {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1, localAddress: `127.0.${1 + (n >> 7)}.${1 + (n & 127)}` })
    const base = { host: '127.0.0.1', port, agent }
    let cookie = ''
    const post = (where, body) =>
        new Promise((done, fail) => {
            const text = JSON.stringify(body)
            const request = http.request(
                {
                    ...base,
                    path: where,
                    method: 'POST',
                    headers: {
                        'Content-Type': 'application/json',
                        'Content-Length': Buffer.byteLength(text),
                        'X-Cadran': 'fr',
                        Origin: `http://127.0.0.1:${port}`,
                        Cookie: cookie,
                    },
                },
                answer => {
                    if (answer.headers['set-cookie']) cookie = answer.headers['set-cookie'][0].split(';')[0]
                    answer.resume()
                    answer.on('end', () => (answer.statusCode === 200 ? done() : fail(new Error(answer.statusCode))))
                },
            )
            request.on('error', fail)
            request.end(text)
        })
    let stream
    const state = post('/api/join', { code }).then(
        () =>
            new Promise((done, fail) => {
                stream = http.request({ ...base, agent: false, localAddress: agent.options.localAddress, path: '/api/events', headers: { Cookie: cookie } }, answer => {
                    let read = ''
                    answer.setEncoding('utf8')
                    answer.on('data', part => {
                        if (read === null) return
                        read += part
                        const at = read.indexOf('data: ')
                        const end = read.indexOf('\n\n', at)
                        if (at >= 0 && end > at) {
                            done(read.slice(at + 6, end))
                            read = null
                        }
                    })
                })
                stream.on('error', fail)
                stream.end()
            }),
    )
    return { state, vote: body => post('/api/ballot', body), end: () => (stream?.destroy(), agent.destroy()) }
}

function over_ws() {
    const { WebSocket } = from('ws')
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
    const waits = new Map()
    const state = new Promise((done, fail) => {
        socket.on('error', fail)
        socket.on('message', bytes => {
            const said = JSON.parse(bytes)
            if (said.act) waits.get(said.act)?.()
            else done(String(bytes))
        })
    })
    return {
        state,
        vote: body => new Promise(done => (waits.set(body.act, done), socket.send(JSON.stringify(body)))),
        end: () => socket.terminate(),
    }
}

function over_socket_io() {
    const { io } = from('socket.io-client')
    const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true })
    return {
        state: new Promise(done => socket.on('state', done)),
        vote: body => new Promise(done => socket.emit('ballot', body, done)),
        end: () => socket.disconnect(),
    }
}

// --- what a process costs

const ticks = 100 // a second, on Linux
function cpu_ms(pid) {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks
}
const peak_mb = pid => Math.round(Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024)

function quantile(all, share) {
    if (all.length === 0) return null
    return Math.round(all.sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] * 10) / 10
}

async function load(name, pid, phone_of, phones, seconds, round, cases) {
    const began = performance.now()
    const all = Array.from({ length: phones }, (_, n) => phone_of(n))
    const states = await Promise.all(all.map(one => one.state))
    const in_ms = Math.round(performance.now() - began)
    for (const [pace, [least, most]] of Object.entries({ calm, busy })) {
        const took = []
        let failed = 0
        const until = performance.now() + seconds * 1000
        const before = cpu_ms(pid)
        const from_ms = performance.now()
        await Promise.all(
            all.map(async (one, n) => {
                for (let act = 0; ; ++act) {
                    await sleep(least + Math.random() * (most - least))
                    if (performance.now() > until) return
                    const body = {
                        act: `${pace}-phone-${n}-${act}`,
                        round: round ?? 'r',
                        marks: [{ case: cases[act % cases.length], value: 1 + (act % 3) }],
                    }
                    const sent = performance.now()
                    try {
                        await one.vote(body)
                        took.push(performance.now() - sent)
                    } catch {
                        ++failed
                    }
                }
            }),
        )
        const span = performance.now() - from_ms
        console.log(
            JSON.stringify({
                server: name,
                pace,
                phones,
                state_bytes: states[0].length,
                all_in_ms: in_ms,
                per_second: Math.round((took.length / span) * 1000),
                p50_ms: quantile(took, 0.5),
                p99_ms: quantile(took, 0.99),
                slowest_ms: quantile(took, 1),
                failed,
                cpu_percent: Math.round(((cpu_ms(pid) - before) / span) * 100),
                peak_mb: peak_mb(pid),
            }),
        )
    }
    for (const one of all) one.end()
    return states[0]
}

async function main(phones, seconds) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cadran-peers-'))
    const file = path.join(folder, 's.cadran')
    const env = { ...process.env, HOME: folder, XDG_STATE_HOME: path.join(folder, 'state') }
    const run = (...words) => spawnSync(program, words, { env, encoding: 'utf8' })
    run('new', file, '--template', 'simple')
    const rows = Array.from({ length: 30 }, (_, i) => `Idée ${i + 1} : trier, classer et résumer des documents`)
    fs.writeFileSync(path.join(folder, 'cases.csv'), ['titre', ...rows].join('\n'))
    run('import', file, path.join(folder, 'cases.csv'))
    const host = spawn(program, ['host', file, '--json', '--listen', `127.0.0.1:${port}`], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    const lines = readline.createInterface({ input: host.stdout })[Symbol.asyncIterator]()
    const opened = JSON.parse((await lines.next()).value)
    const say = async line => (host.stdin.write(line + '\n'), JSON.parse((await lines.next()).value))
    await say('step vote')
    await say('vote dots')
    // one phone asks for the round and its cases
    const scout = over_http(0x4000, opened.code)
    const seen = JSON.parse(await scout.state)
    scout.end()
    const cases = seen.round.cases.map(one => one.id)
    const state = await load('cadran', host.pid, n => over_http(n, opened.code), phones, seconds, seen.round.id, cases)
    await say('end')
    host.stdin.end()
    await sleep(500)
    const kept = path.join(folder, 'state.json')
    fs.writeFileSync(kept, state)
    for (const keeps of ['flushed', 'memory'])
        for (const [kind, phone] of [['ws', over_ws], ['socket.io', over_socket_io]]) {
            const words = [process.argv[1], packages, '--serve', kind, keeps, kept, path.join(folder, 'ballots')]
            const server = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
            await new Promise(done => server.stdout.once('data', done))
            await load(`${kind}, ${keeps}`, server.pid, phone, phones, seconds, null, cases)
            server.kill()
            await sleep(500)
        }
    fs.rmSync(folder, { recursive: true })
    process.exit(0)
}

if (!program) {
    console.error('node room_peers.mjs FOLDER_OF_PACKAGES PROGRAM [PHONES] [SECONDS]')
    process.exit(2)
}
if (program === '--serve') await serve(...numbers)
else await main(Number(numbers[0] ?? 300), Number(numbers[1] ?? 60))
