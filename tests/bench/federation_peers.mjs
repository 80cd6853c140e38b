// The machines of federation_load beside two common whiteboards: the same number of clients, acts and
// pauses against tldraw's sync (TLSocketRoom and TLSyncClient of @tldraw/sync-core) and a relay as
// excalidraw-room is one (socket.io; each message encrypted by its sender). Run by hand:
//
//   npm install --prefix FOLDER @tldraw/sync-core@5 @tldraw/tlschema@5 @tldraw/store@5 ws@8 socket.io@4 socket.io-client@4
//   node tests/bench/federation_peers.mjs FOLDER tldraw|relay CLIENTS SECONDS PERIOD [ENTRIES]
//
// Server and clients are processes of their own. Each client adds a shape of the size of a card each
// PERIOD ms, at a random time within. Neither server waits for a disk: tldraw's keeps its room in
// memory, the relay keeps nothing. One JSON object a line.
import { fork } from 'node:child_process'
import { webcrypto } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const port = 18433
const [packages, kind, ...rest] = process.argv.slice(2)
const from = createRequire(path.resolve(packages ?? '.', 'node_modules', 'index.js'))
const now = () => Number(process.hrtime.bigint() / 1000n) // microseconds, of one clock for all
const sleep = ms => new Promise(done => setTimeout(done, ms))
const text = 'Harmoniser les modèles d’actes des services. Chaque service a les siens; les agents les réécrivent à chaque fois.'

async function serve() {
    const server = http.createServer()
    if (kind === 'relay') {
        const { Server } = from('socket.io')
        new Server(server, { transports: ['websocket'] }).on('connection', socket => {
            socket.join('room')
            socket.on('server-broadcast', (data, iv) => socket.broadcast.to('room').emit('client-broadcast', data, iv))
        })
    } else {
        const { TLSocketRoom, InMemorySyncStorage } = from('@tldraw/sync-core')
        const { createTLSchema } = from('@tldraw/tlschema')
        const room = new TLSocketRoom({ schema: createTLSchema() })
        const { WebSocketServer } = from('ws')
        let seat = 0
        new WebSocketServer({ server }).on('connection', socket =>
            room.handleSocketConnect({ sessionId: 's' + ++seat, socket }))
    }
    server.listen(port, '127.0.0.1', () => process.send('ready'))
}

// What a client does with a shape: `add(mark)`, and `seen(mark)` is called for those of others.
async function join(seen) {
    if (kind === 'relay') {
        const socket = from('socket.io-client').io('http://127.0.0.1:' + port, { transports: ['websocket'] })
        const key = await webcrypto.subtle.importKey('raw', new Uint8Array(16), 'AES-GCM', false, ['encrypt', 'decrypt'])
        socket.on('client-broadcast', async (data, iv) => {
            const plain = await webcrypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data)
            for (const one of JSON.parse(new TextDecoder().decode(plain)).payload.elements) seen(one.id)
        })
        await new Promise(done => socket.on('connect', done))
        return async mark => {
            const element = { id: mark, type: 'text', x: 1, y: 2, width: 300, height: 50, angle: 0, strokeColor: '#1e1e1e',
                backgroundColor: 'transparent', fillStyle: 'solid', strokeWidth: 2, strokeStyle: 'solid', roughness: 1,
                opacity: 100, groupIds: [], frameId: null, index: 'a1', roundness: null, seed: 1, version: 1,
                versionNonce: 2, isDeleted: false, boundElements: null, updated: Date.now(), link: null, locked: false,
                text, fontSize: 20, fontFamily: 5, textAlign: 'left', verticalAlign: 'top', containerId: null,
                originalText: text, autoResize: true, lineHeight: 1.25 }
            const iv = webcrypto.getRandomValues(new Uint8Array(12))
            const plain = new TextEncoder().encode(JSON.stringify({ type: 'SCENE_UPDATE', payload: { elements: [element] } }))
            socket.emit('server-broadcast', await webcrypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain), iv)
        }
    }
    globalThis.WebSocket = from('ws').WebSocket
    globalThis.requestAnimationFrame ??= call => setTimeout(call, 16)
    globalThis.cancelAnimationFrame ??= clearTimeout
    globalThis.window ??= Object.assign(new EventTarget(), { location: { href: '' }, devicePixelRatio: 1 })
    globalThis.document ??= Object.assign(new EventTarget(), { hidden: false })
    globalThis.navigator ??= {}
    const { TLSyncClient, ClientWebSocketAdapter } = from('@tldraw/sync-core')
    const { createTLSchema, createShapeId, PageRecordType } = from('@tldraw/tlschema')
    const { Store } = from('@tldraw/store')
    const { atom } = from('@tldraw/state')
    const store = new Store({ schema: createTLSchema(), id: 'store' + process.pid, props: { defaultName: '', assets: {}, onMount() {} } })
    await new Promise((done, failed) => {
        new TLSyncClient({ store, socket: new ClientWebSocketAdapter(() => 'ws://127.0.0.1:' + port),
            presence: atom('presence', null), onLoad: () => done(), onSyncError: failed, onAfterConnect: () => done() })
    })
    store.listen(({ changes }) => {
        for (const id of Object.keys(changes.added)) if (id.startsWith('shape:')) seen(id)
    }, { source: 'remote' })
    const page = PageRecordType.createId('page')
    return async mark => {
        const id = createShapeId(mark)
        store.put([store.schema.types.shape.create({ id, type: 'note', parentId: page, index: 'a1', x: 1, y: 2, rotation: 0,
            isLocked: false, opacity: 1, meta: {},
            props: { color: 'black', richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
                size: 'm', font: 'draw', align: 'middle', verticalAlign: 'middle', labelColor: 'black', growY: 0,
                fontSizeAdjustment: 0, url: '', scale: 1, textFirstEditedBy: null } })])
        return id
    }
}

async function client(number, seconds, period) {
    const acts = [], sights = []
    const add = await join(mark => sights.push([mark, now()]))
    process.send('ready')
    process.on('message', async said => {
        if (said === 'log') return process.send({ acts, sights, memory: process.memoryUsage().rss, cpu: process.cpuUsage() })
        for (let slot = 0; slot < seconds * 1000; slot += period) {
            const at = Math.random() * period
            await sleep(at)
            const began = now(), mark = number + '-' + slot
            acts.push([await add(mark) ?? mark, began])
            await sleep(period - at)
        }
        process.send('done')
    })
}

const quantile = (values, share) => values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
const loopback = () => Number(fs.readFileSync('/sys/class/net/lo/statistics/tx_bytes', 'utf8'))
const processor = pid => {
    const parts = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(parts[11]) + Number(parts[12])) * 10
}
const resident = pid => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

async function measure(clients, seconds, period) {
    const start = (...words) => {
        const child = fork(fileURLToPath(import.meta.url), [packages, kind, ...words.map(String)])
        return new Promise(done => child.once('message', () => done(child)))
    }
    const server = await start('--serve')
    const all = []
    for (let i = 0; i < clients; i++) all.push(await start('--client', i, seconds, period))
    const heard = child => new Promise(done => child.once('message', done))
    const before = loopback(), cpu = [server, ...all].map(one => processor(one.pid)), began = Date.now()
    const done = all.map(heard)
    for (const one of all) one.send('act')
    await Promise.all(done)
    await sleep(1000)
    const took = Date.now() - began
    const bytes = loopback() - before
    const used = [server, ...all].map((one, i) => processor(one.pid) - cpu[i])
    const acted = new Map(), sights = []
    const logs = []
    for (const one of all) {
        const told = heard(one)
        one.send('log')
        logs.push(await told)
    }
    for (const log of logs) for (const [mark, at] of log.acts) acted.set(mark, at)
    for (const log of logs) for (const [mark, at] of log.sights) if (acted.has(mark)) sights.push((at - acted.get(mark)) / 1000)
    console.log(JSON.stringify({ kind, clients, acts: acted.size, sights: sights.length, expected: acted.size * (clients - 1),
        sight_ms_p50: quantile(sights, 0.5), sight_ms_p99: quantile(sights, 0.99), bytes_an_act: bytes / acted.size,
        processor_percent_a_client: quantile(used.slice(1), 0.5) / took * 100, processor_percent_server: used[0] / took * 100,
        memory_mb_a_client: resident(all[0].pid), memory_mb_server: resident(server.pid) }))
    for (const one of [server, ...all]) one.kill()
    process.exit()
}

if (rest[0] === '--serve') await serve()
else if (rest[0] === '--client') await client(...rest.slice(1).map(Number))
else await measure(...rest.map(Number))
