// The connection to the program: receives projections and sends acts. An act is stored before it is
// sent and removed after the program's answer; sent twice it counts once.
import * as store from './store.js'

const dead_after = 25000 // ms without data on the stream, by a clock that nobody sets
const least_wait = 500,
    most_wait = 8000
const poll_every = 3000

let lang = 'fr'
let on = {}
let stream = null
let heard = 0
let watch = 0,
    retry = 0,
    pause = least_wait
let failed = 0 // consecutive streams without data
let polling = false
let sending = false,
    send_again = 0,
    send_pause = least_wait

export function jitter(wait) {
    return wait * (0.5 + Math.random() / 2)
}

// `handlers`: state(projection), count({round, cast}), line('live' or 'lost'), seat() when it is lost, over() when the
// room is closed, answered(act, answer), refused(act, error).
export function open(language, handlers) {
    lang = language
    on = handlers
    window.addEventListener('online', wake)
    window.addEventListener('pageshow', event => {
        if (event.persisted) wake()
    })
    window.addEventListener('offline', () => lost())
    document.addEventListener('resume', wake) // after the browser froze the page
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden) wake()
    })
    connect()
    flush()
}

export function speak(language) {
    lang = language
    connect()
}

export function close() {
    clearTimeout(retry)
    clearInterval(watch)
    clearTimeout(send_again)
    stream?.close()
    stream = null
    polling = false
    on = {}
}

// The page is visible again, or the person asks to try now.
export function wake() {
    if (!on.state) return
    pause = least_wait
    send_pause = least_wait
    connect()
    flush()
}

function connect() {
    clearTimeout(retry)
    clearInterval(watch)
    stream?.close()
    if (!on.state) return
    heard = performance.now()
    if (failed >= 2 || typeof EventSource === 'undefined') {
        poll()
        return
    }
    const mine = (stream = new EventSource(`/api/events?lang=${lang}`))
    const word = act => event => {
        if (mine !== stream) return
        heard = performance.now()
        act(event)
    }
    mine.addEventListener(
        'state',
        word(event => {
            failed = 0
            pause = least_wait
            on.line('live')
            on.state(JSON.parse(event.data))
            flush()
        }),
    )
    mine.addEventListener(
        'count',
        word(event => on.count(JSON.parse(event.data))),
    )
    mine.addEventListener(
        'beat',
        word(() => {}),
    )
    mine.addEventListener(
        'over',
        word(() => {
            const tell = on.over
            close()
            tell()
        }),
    )
    const opened = heard
    mine.onerror = () => {
        if (mine === stream) broken(opened)
    }
    watch = setInterval(() => {
        if (mine === stream && performance.now() - heard > dead_after) broken(opened)
    }, 1000)
}

// A stream does not tell why it failed, so the state is requested: this distinguishes a lost seat from
// a lost network.
async function broken(opened) {
    stream?.close()
    stream = null
    clearInterval(watch)
    if (heard === opened) ++failed
    lost()
    await ask_state()
}

function lost() {
    on.line?.('lost')
    clearTimeout(retry)
    const wait = jitter(pause)
    pause = Math.min(pause * 2, most_wait)
    retry = setTimeout(connect, wait)
}

async function ask_state() {
    try {
        const answer = await request(`/api/state?lang=${lang}`)
        if (answer.status === 401) {
            gone()
            return false
        }
        if (!answer.ok) return false
        const state = await answer.json()
        heard = performance.now()
        on.state?.(state)
        return true
    } catch {
        if (failed > 0) --failed // without any network the failure says nothing about streams
        return false
    }
}

// Polling every few seconds, when streams are blocked.
async function poll() {
    stream = null
    if (polling) return
    polling = true
    let tries = 0
    while (polling && on.state && tries++ < 40) {
        if (await ask_state()) {
            on.line?.('live')
            flush()
        } else on.line?.('lost')
        await new Promise(done => setTimeout(done, jitter(poll_every)))
    }
    polling = false
    failed = 0
    connect() // tries a stream again
}

function gone() {
    const tell = on.seat
    // An act without an answer may have been executed or not: it stays a draft until the person sends it.
    store.drop('out')
    close()
    tell?.()
}

function request(path, body, method) {
    const stop = new AbortController()
    const late = setTimeout(() => stop.abort(), 15000)
    const options = {
        signal: stop.signal,
        credentials: 'same-origin',
        cache: 'no-store',
        method: method || 'GET',
    }
    if (body) {
        options.method = 'POST'
        options.headers = { 'Content-Type': 'application/json', 'X-Cadran': lang }
        options.body = JSON.stringify(body)
    }
    return fetch(path, options).finally(() => clearTimeout(late))
}

// A request that changes nothing; throws without an answer.
export async function ask(path, body) {
    const answer = await request(path + (body ? '' : `?lang=${lang}`), body)
    if (answer.status === 401) gone()
    const said = await answer.json()
    if (!answer.ok) throw Object.assign(new Error(said.error), { said })
    return said
}

export async function join(language, code, name) {
    lang = language
    const answer = await request('/api/join', { code, name })
    const said = await answer.json().catch(() => ({}))
    return {
        ok: answer.ok,
        status: answer.status,
        wait: Number(answer.headers.get('Retry-After')) || 0,
        said,
    }
}

// Acts without an answer, the oldest first: {act, path, body, round}.
export function waiting() {
    return store.draft('out') || []
}

export function send(path, body, round) {
    // Only the last ballot of a round and the last state of the hand are kept, and the act being sent.
    const others = waiting().filter(
        (one, i) =>
            (i === 0 && sending) || one.path !== path || one.round !== round || path === '/api/propose',
    )
    const item = { act: store.new_act(), path, body, round }
    store.keep('out', [...others, item])
    send_pause = least_wait
    flush()
    return item
}

async function flush() {
    if (sending) return
    clearTimeout(send_again)
    const item = waiting()[0]
    if (!item || !on.state) return
    sending = true
    let outcome = 'later',
        said = {},
        wait = 0
    try {
        const answer = await request(item.path, { act: item.act, ...item.body })
        said = await answer.json().catch(() => ({}))
        if (answer.ok) outcome = 'done'
        else if (answer.status === 401) outcome = 'gone'
        else if (answer.status === 429 || answer.status >= 500)
            wait = Number(answer.headers.get('Retry-After')) * 1000
        else outcome = 'refused'
    } catch {
        /* no answer: it is sent again unchanged */
    }
    sending = false
    if (!on.state) return
    if (outcome === 'gone') {
        gone()
        return
    }
    if (outcome === 'later') {
        on.delayed?.(item, said)
        send_again = setTimeout(flush, Math.max(wait || 0, jitter(send_pause)))
        send_pause = Math.min(send_pause * 2, most_wait)
        return
    }
    send_pause = least_wait
    store.keep(
        'out',
        waiting().filter(one => one.act !== item.act),
    )
    if (outcome === 'done') on.answered(item, said)
    else on.refused(item, said)
    flush()
}
