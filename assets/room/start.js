// The page for joining: small and independent, and sent within index.html, so that a slow phone has it
// within a second. It cannot be imported. The rest loads while the person reads. index.html contains
// its French texts.

const rest = [
    'words',
    'store',
    'dom',
    'room',
    'link',
    'app',
    'gather',
    'ballot',
    'marks',
    'order',
    'estimate',
    'results',
    'sheets',
]
const $ = id => document.getElementById(id)
const code_in_address = /^[0-9a-z]{6}$/i

let hello = null
let t = key => document.querySelector(`[data-word="${key}"]`)?.textContent || ''
let joining = false
let spoken = false // the texts are loaded
let wake = null

// The language of this phone: as chosen here, else the browser's.
const language = {
    get() {
        try {
            const kept = localStorage.getItem('cadran.language')
            if (kept) return kept
        } catch {
            /* a browser without storage */
        }
        return (navigator.language || 'fr').startsWith('fr') ? 'fr' : 'en'
    },
    set(wanted) {
        try {
            localStorage.setItem('cadran.language', wanted)
        } catch {
            /* as above */
        }
    },
}
let speaking = language.get()

// First what the person sees and may press; a press waits until the rest is loaded.
const at = [location.hash.slice(1), location.pathname.slice(1)].find(text => code_in_address.test(text))
if (at) {
    $('code').value = at.toUpperCase()
    $('code-hint').dataset.word = 'join.code.filled'
}
$('form').onsubmit = join
$('code').oninput = () => wrong('')
for (const one of ['fr', 'en']) {
    $('in-' + one).onclick = () => {
        language.set(one)
        speak_again(one)
    }
}

// All files are requested at once: on a slow network each request costs a round trip.
function add(rel, href) {
    const link = Object.assign(document.createElement('link'), { rel, href })
    const there = new Promise(done => {
        link.onload = link.onerror = done
    })
    document.head.append(link)
    return there
}
function fetch_words(wanted) {
    return fetch(wanted === 'en' ? 'en.json' : 'fr.json')
}

let first_words = fetch_words(speaking)
first_words.catch(() => {})
let first_hello = fetch_hello()
first_hello.catch(() => {})
const styled = add('stylesheet', 'room.css')
for (const name of rest) add('modulepreload', `${name}.js`)
let app = null
function fetch_app() {
    app ??= Promise.all([import('./app.js'), styled]).then(([module]) => module)
    app.catch(() => {
        app = null
    })
    return app
}

function fetch_hello() {
    return fetch(`/api/hello?lang=${speaking}`, { cache: 'no-store' })
}

async function speak(wanted) {
    const words = await import('./words.js')
    const answer = first_words || fetch_words(wanted)
    first_words = null
    await words.load(wanted, await answer)
    t = words.t
    spoken = true
    speaking = wanted
    for (const node of document.querySelectorAll('[data-word]')) node.textContent = t(node.dataset.word)
    for (const one of ['fr', 'en']) $('in-' + one).setAttribute('aria-pressed', String(one === wanted))
    show_hello()
}

// Where the program does not answer, the words that are there stay.
function speak_again(wanted) {
    return speak(wanted)
        .catch(() => {})
        .then(ask_hello)
}

function show_hello() {
    if (!hello) return
    document.title = (hello.title ? hello.title + ' – ' : '') + 'Cadran'
    if (hello.title) $('title').textContent = hello.title
    $('line').textContent = hello.line || ''
    $('line').hidden = !hello.line
    const text = $('notice-text')
    text.replaceChildren()
    for (const part of hello.notice || []) {
        const paragraph = document.createElement('p')
        const head = document.createElement('strong')
        head.textContent = part.head
        paragraph.append(head, '\n' + part.text)
        text.append(paragraph)
    }
    $('notice').hidden = !(hello.notice || []).length
    $('join-link').textContent = t('join.linked')
}

// Whether the program answered; the request is repeated until it does.
async function ask_hello() {
    clearTimeout(wake)
    try {
        const answer = await (first_hello || fetch_hello())
        if (!answer.ok) throw new Error('hello')
        hello = await answer.json()
        show_hello()
        return true
    } catch {
        $('join-link').textContent = t('join.unlinked')
        wake = setTimeout(ask_hello, 2000 + Math.random() * 2000)
        return false
    } finally {
        first_hello = null
    }
}

function wrong(text) {
    $('code-wrong').textContent = text
    $('code').setAttribute('aria-invalid', String(Boolean(text)))
    if (text) $('code').focus()
}

async function join(event) {
    event.preventDefault()
    if (joining) return
    wrong('')
    const code = $('code').value.trim()
    joining = true
    $('go').setAttribute('aria-disabled', 'true')
    $('said').textContent = t('join.going')
    try {
        const module = await fetch_app()
        if (!spoken) await speak(speaking)
        if (!code) wrong(t('join.code.none'))
        else {
            const answer = await module.join(speaking, code, $('name').value.trim())
            if (answer.ok) module.enter({ lang: speaking, hello, back, language })
            else wrong(answer.said.text || (answer.wait ? t('join.wait', answer.wait) : t('join.failed')))
        }
    } catch {
        wrong(t('join.failed'))
    }
    joining = false
    $('go').removeAttribute('aria-disabled')
}

// The seat is lost, or the room is closed.
function back(text) {
    $('app').hidden = true
    $('join').hidden = false
    speaking = language.get()
    speak_again(speaking)
    wrong('')
    $('code-wrong').textContent = text || ''
    $('said').textContent = text || ''
    $('code').focus()
}

Promise.allSettled([ask_hello(), speak(speaking)]).then(async ([answered]) => {
    if (!answered.value || !hello.joined) return
    const module = await fetch_app()
    if (!spoken) await speak(speaking)
    module.enter({ lang: speaking, hello, back, language })
})
fetch_app()
