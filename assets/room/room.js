// State shared by all parts of the page: the last projection, the person's input, and redrawing.
import * as link from './link.js'
import * as store from './store.js'
import { lang } from './words.js'

export const room = {
    state: null, // the last projection
    arrived: 0, // its time of arrival, by performance.now()
    spoken: '', // the language of the session's own texts
    line: 'live', // or 'lost'
    problem: '', // a sentence with the reason of a failure
    dialog: null, // {name, …} of the open dialog
    redraw: () => {},
}

let silence = 0

// Announced by screen readers, also when repeated.
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

// The draft of a round: {editing, sent, …}; `sent` is this phone's copy of its ballot in the box.
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

// Whether a ballot of this round is still without an answer.
export function on_its_way(round) {
    return link.waiting().find(one => one.round === round.id)
}

// Time left of a time in the projection, in ms.
export function left_of(told) {
    return told - (performance.now() - room.arrived)
}

export function case_of(id) {
    return room.state.round?.cases.find(one => one.id === id) || room.state.cases.find(one => one.id === id)
}

// The language of people's texts, if it differs from the page's.
export function of_session() {
    return room.spoken && room.spoken !== lang ? room.spoken : null
}
