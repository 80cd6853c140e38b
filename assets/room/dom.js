// Updates the document to match a tree of plain values, with as few changes as possible: elements
// that stay keep focus, caret and scroll position. External content becomes a text node or an
// attribute listed here; nothing is parsed as HTML.

const svg_space = 'http://www.w3.org/2000/svg'
// Set as properties: the attributes would only set the initial value.
const properties = new Set(['value', 'checked', 'disabled', 'indeterminate', 'open', 'hidden', 'selected'])

// h('p', {class: 'line', key: 3, onclick: f}, 'text', h(...), null)
export function h(tag, props, ...kids) {
    return { tag, props: props || {}, kids: kept(kids) }
}

function kept(kids) {
    return kids
        .flat(Infinity)
        .filter(k => k !== null && k !== undefined && k !== false && k !== '')
        .map(k => (typeof k === 'object' ? k : String(k)))
}

// Updates the children of `parent` to `wanted`: an array of strings and results of h(); null and
// false are ignored.
export function draw(parent, wanted) {
    const focused = document.activeElement
    fill(parent, kept(wanted))
    // An element moved in the document loses its focus.
    if (focused && focused !== document.activeElement && focused.isConnected && parent.contains(focused)) {
        focused.focus({ preventScroll: true })
    }
}

function fill(parent, wanted) {
    const keyed = new Map()
    for (const child of parent.childNodes)
        if (child.of && child.of.key !== undefined) keyed.set(child.of.key, child)
    // Old elements are removed first, so that the others need not move: a moved dialog is no longer on top.
    const staying = new Set(wanted.map(want => want.props?.key))
    for (const [key, child] of keyed) if (!staying.has(key)) child.remove()
    let at = parent.firstChild
    for (const want of wanted) {
        let node = null
        if (typeof want === 'string') {
            if (at && at.nodeType === Node.TEXT_NODE) node = at
            else node = document.createTextNode('')
            if (node.data !== want) node.data = want
        } else {
            const key = want.props.key
            if (key !== undefined) {
                const there = keyed.get(key)
                if (there && there.of.tag === want.tag) node = there
                keyed.delete(key)
            } else if (at && at.of && at.of.key === undefined && at.of.tag === want.tag) {
                node = at
            }
            if (!node) node = made(want.tag, parent)
            set(node, want)
        }
        if (node === at) at = at.nextSibling
        else parent.insertBefore(node, at)
    }
    while (at) {
        const next = at.nextSibling
        at.remove()
        at = next
    }
}

function made(tag, parent) {
    const in_svg = tag === 'svg' || parent.namespaceURI === svg_space
    const node = in_svg ? document.createElementNS(svg_space, tag) : document.createElement(tag)
    node.of = { tag, props: {} }
    return node
}

function set(node, want) {
    const before = node.of.props
    const now = want.props
    node.of = { tag: want.tag, key: now.key, props: now }
    for (const name in before) if (!(name in now)) put(node, name, null)
    // The children first: a select accepts a value only if it has that option.
    if (!now.own) fill(node, want.kids)
    for (const name in now) if (before[name] !== now[name] || properties.has(name)) put(node, name, now[name])
}

function put(node, name, value) {
    if (name === 'key' || name === 'own') return
    if (name.startsWith('on')) node[name] = value
    else if (name === 'style') for (const of in value) node.style.setProperty(of, value[of])
    else if (properties.has(name)) {
        const plain = value === null ? '' : value
        if (node[name] !== plain) node[name] = plain
    } else if (value === null || value === undefined || value === false) node.removeAttribute(name)
    else node.setAttribute(name, value === true ? '' : value)
}

// Icons of 24 × 24 with lines of width 2.
const shapes = {
    right: 'M5 12h14M13 6l6 6-6 6',
    up: 'M12 19V5M6 11l6-6 6 6',
    down: 'M12 5v14M6 13l6 6 6-6',
    check: 'M5 12.5l4.5 4.5L19 7.5',
    done: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.3l2.8 2.8L16 9.7',
    plus: 'M12 5v14M5 12h14',
    minus: 'M5 12h14',
    close: 'M6 6l12 12M18 6L6 18',
    send: 'M4 12l16-7-5 15-3.5-6.5zM11.5 13.5L20 5',
    wait: 'M7 4h10M7 20h10M8 4c0 5 8 6 8 8s-8 3-8 8M16 4c0 5-8 6-8 8s8 3 8 8',
    lock: 'M6 10.5h12v9H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
    link: 'M4 9.5a12 12 0 0 1 16 0M7 13a7.5 7.5 0 0 1 10 0M10 16.5a3 3 0 0 1 4 0M12 19.5v.01',
    cut: 'M4 9.5a12 12 0 0 1 5-2.7M14 7a12 12 0 0 1 6 2.5M12 19.5v.01M4 4l16 16',
    time: 'M12 6a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM12 9.5V13l2 1.5M10 3h4',
    mix: 'M4 7h3l9 10h4M4 17h3l2.5-2.8M13 9.8L16 7h4M17.5 4.5L20 7l-2.5 2.5M17.5 14.5L20 17l-2.5 2.5',
    box: 'M5 12v8h14v-8M3.5 12h17M8 12l4.5-8 5 3-3 5',
    hand: 'M8 12V6.5a1.5 1.5 0 0 1 3 0V11 5a1.5 1.5 0 0 1 3 0v6-4.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-11 3.2L3.7 14a1.6 1.6 0 0 1 2.6-1.8L8 14',
    menu: 'M4 7h16M4 12h16M4 17h16',
    info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.01',
    warn: 'M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.01',
    sheet: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
    merge: 'M7 4v4c0 4 5 4 5 8v5M17 4v4c0 4-5 4-5 8',
    none: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.6 5.6l12.8 12.8',
    launch: 'M12 3c3.5 2 4.5 6 4 10H8c-.5-4 .5-8 4-10zM8 13l-3 3 3 1M16 13l3 3-3 1M12 17v4',
    shield: 'M12 3l8 3v5.5c0 5-3.4 8-8 9.5-4.6-1.5-8-4.5-8-9.5V6z',
    seat: 'M5 12V8a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v4M3 12a2 2 0 0 1 4 0v2h10v-2a2 2 0 0 1 4 0v6H3z',
    ticket: 'M4 7h16v3.5a1.7 1.7 0 0 0 0 3V17H4v-3.5a1.7 1.7 0 0 0 0-3zM14.5 7v10',
    out: 'M14 4h5v16h-5M4 12h10M10 8l4 4-4 4',
    help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.5-1.1.9-1.1 1.8M12 16.8v.01',
}

export function icon(name, more) {
    return h(
        'svg',
        { class: 'icon' + (more ? ' ' + more : ''), viewBox: '0 0 24 24', 'aria-hidden': 'true' },
        h('path', { d: shapes[name] }),
    )
}
