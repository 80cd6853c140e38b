// What all parts of the page share: the last projection, what this person is doing with it, and how
// to have it drawn again.
import * as link from './link.js'
import * as store from './store.js'
import { lang } from './words.js'

export const room = {
    state: null, // the last projection
    arrived: 0, // when it came in, by performance.now()
    spoken: '', // the language of the session: that of what people wrote
    line: 'live', // or 'lost'
    problem: '', // a sentence that says why something did not go through
    dialog: null, // {name, …} of what lies over the page
    redraw: () => {},
}

let silence = 0

// Told to whoever listens to the page; the same words twice are told twice.
export function say(text) {
    const said = document.getElementById('said')
    said.textContent = ''
    clearTimeout(silence)
    silence = setTimeout(() => {
        said.textContent = text
    }, 60)
}

let opener = null

export function show(dialog) {
    if (!room.dialog) opener = document.activeElement
    room.dialog = dialog
    room.redraw()
}

export function hide() {
    document.querySelector('dialog')?.close()
    room.dialog = null
    room.redraw()
    if (opener?.isConnected) opener.focus({ preventScroll: true })
}

// The draft of a round: {editing, sent, …}; `sent` is this phone's own copy of what is in the box.
const drafts = new Map()
export function draft_of(round) {
    if (!drafts.has(round.id)) drafts.set(round.id, store.draft('round.' + round.id) || {})
    return drafts.get(round.id)
}
export function keep_draft(round) {
    store.keep('round.' + round.id, draft_of(round))
}
export function drop_drafts(but) {
    for (const id of [...drafts.keys()]) if (id !== but) drafts.delete(id)
    store.drop_rounds_but(but)
}

// Of the round: a ballot of this phone that is not known to have arrived.
export function on_its_way(round) {
    return link.waiting().find(one => one.round === round.id)
}

// What is left of a time that the projection told, ms.
export function left_of(told) {
    return told - (performance.now() - room.arrived)
}

export function case_of(id) {
    return room.state.round?.cases.find(one => one.id === id) || room.state.cases.find(one => one.id === id)
}

// The language of what people wrote, where it is another than that of the page.
export function of_session() {
    return room.spoken && room.spoken !== lang ? room.spoken : null
}
