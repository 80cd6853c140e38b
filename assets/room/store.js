// The data that this phone stores: drafts, and acts without an answer. Per room, so that workshops
// stay separate; the page also works in a private window without storage.

const memory = new Map()
let room = ''

function disk() {
    try {
        return window.localStorage
    } catch {
        return null
    }
}

function read(name) {
    try {
        const text = disk()?.getItem(name) ?? memory.get(name)
        return text ? JSON.parse(text) : null
    } catch {
        return null
    }
}

function write(name, value) {
    const text = JSON.stringify(value)
    memory.set(name, text)
    try {
        disk()?.setItem(name, text)
    } catch {
        /* full or refused: kept in memory until the page closes */
    }
}

function forget(name) {
    memory.delete(name)
    try {
        disk()?.removeItem(name)
    } catch {
        /* as above */
    }
}

function names() {
    const all = new Set(memory.keys())
    try {
        for (let i = 0; i < disk().length; ++i) all.add(disk().key(i))
    } catch {
        /* as above */
    }
    return [...all].filter(name => name.startsWith('cadran.') && name !== 'cadran.language')
}

// Selects the room; data of other rooms is deleted.
export function enter(id) {
    room = id
    for (const name of names()) if (!name.startsWith(`cadran.${room}.`)) forget(name)
}

// A draft by its name: 'idea', or 'round.' and the identity of a round.
export function draft(name) {
    return read(`cadran.${room}.${name}`)
}
export function keep(name, value) {
    write(`cadran.${room}.${name}`, value)
}
export function drop(name) {
    forget(`cadran.${room}.${name}`)
}

// Data of closed rounds is deleted from the phone.
export function drop_rounds_but(id) {
    for (const name of names()) {
        if (name.startsWith(`cadran.${room}.round.`) && name !== `cadran.${room}.round.${id}`) forget(name)
    }
}

export function drop_room() {
    for (const name of names()) forget(name)
}

// 32 characters: identifies an act, however often it arrives.
export function new_act() {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
