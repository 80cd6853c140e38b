// The page after joining: selects the view for the present state, draws the frame around it, and
// handles the answers to acts.
import { draw, h, icon } from './dom.js'
import { call_items, clock, lang, load, t } from './words.js'
import * as link from './link.js'
import * as store from './store.js'
import { drop_drafts, draft_of, hide, keep_draft, left_of, room, say, show } from './room.js'
import * as gather from './gather.js'
import * as ballot from './ballot.js'
import * as estimate from './estimate.js'
import * as results from './results.js'
import * as sheets from './sheets.js'

export { join } from './link.js'

const $ = id => document.getElementById(id)
let language = null
let back = () => {}
let shown = '' // the present view
let title_of = ''
let planned = false
let ticking = 0

// `how.language`: the language of this phone, to get and to set; the joining page has it.
export function enter(how) {
    back = how.back
    language = how.language
    store.enter(how.hello?.room || '')
    room.state = null
    room.spoken = how.hello?.lang || ''
    room.dialog = null
    room.redraw = plan
    shown = ''
    $('join').hidden = true
    $('app').hidden = false
    draw($('app'), [
        h(
            'main',
            { key: 'loading' },
            h('h1', {}, how.hello?.title || 'Cadran'),
            h('p', { class: 'line' }, t('line.loading')),
        ),
    ])
    clearInterval(ticking)
    ticking = setInterval(tick, 1000)
    link.open(how.lang, {
        state: arrived,
        count: counted,
        line: line_is,
        seat: () => leave(t('seat.gone')),
        over,
        answered,
        refused,
        delayed,
    })
}

function leave(text) {
    clearInterval(ticking)
    room.redraw = () => {}
    draw($('app'), [])
    back(text)
}

function over() {
    store.drop_room()
    leave(t('over'))
}

function arrived(state) {
    const was = room.state
    if (state.room && (!was || was.room !== state.room)) store.enter(state.room)
    room.state = state
    call_items(state.item)
    room.arrived = performance.now()
    const round = state.round
    // At the close the ballot is deleted from this phone.
    drop_drafts(round ? round.id : '')
    plan()
}

function line_is(line) {
    if (line === room.line) return
    room.line = line
    say(t(line === 'live' ? 'line.back' : 'line.lost'))
    plan()
}

// Only the number of ballots changed.
function counted({ round: of, cast }) {
    const round = room.state?.round
    if (!round || round.id !== of) return
    round.cast = cast
    plan()
}

function answered(act, said) {
    room.problem = ''
    const round = room.state?.round
    if (act.path === '/api/propose') gather.received(said)
    if (act.path === '/api/hand') {
        room.state.me.hand = act.body.up
        say(t(act.body.up ? 'hand.said.up' : 'hand.said.down'))
    }
    if (round && act.round === round.id) {
        const draft = draft_of(round)
        if (act.path === '/api/ballot/withdraw') {
            Object.assign(round, { given: false, mine: null, ticket: null })
            draft.editing = true
            delete draft.sent
            say(t('ballot.withdrawn'))
        } else {
            const { round: of, ...mine } = act.body
            Object.assign(round, { given: true, mine, ticket: said.ticket ?? null })
            draft.sent = mine
            draft.ticket = said.ticket
            if (!link.waiting().some(one => one.round === of)) draft.editing = false
            say(t('ballot.sent'))
        }
        keep_draft(round)
    }
    plan()
}

function refused(act, said) {
    room.problem = said.text || t('failed')
    if (act.path === '/api/propose') gather.refused(act)
    const round = room.state?.round
    if (round && act.round === round.id) draft_of(round).editing = true
    say(room.problem)
    plan()
}

function delayed(act, said) {
    if (said.text) say(t('later'))
    plan()
}

function plan() {
    if (planned) return
    planned = true
    queueMicrotask(() => {
        planned = false
        if (room.state) draw_all()
    })
}

// The view for the present state: {key, said, view}.
function moment() {
    const { round, step, result } = room.state
    if (round) {
        const of = round.kind === 'estimate' ? 'estimate' : 'vote'
        if (round.state !== 'open')
            return {
                key: 'closed.' + round.id,
                said: t('said.closed'),
                view: () =>
                    waiting(
                        t(of === 'vote' ? 'wait.closed' : 'wait.closed.estimate'),
                        // the program forgets at its end who gave a ballot
                        t(round.given || draft_of(round).sent ? 'wait.closed.in' : 'wait.closed.out'),
                    ),
            }
        if (!round.accepts)
            return {
                key: 'hands.' + round.id,
                said: t('said.round'),
                view: () => waiting(round.question || round.method_name, t('wait.hands')),
            }
        if (of === 'estimate')
            return { key: 'round.' + round.id, said: t('said.round.estimate'), view: estimate.view }
        return { key: 'round.' + round.id, said: t('said.round'), view: ballot.view }
    }
    if ((step === 'gather' || step === 'group') && room.state.gather.open)
        return { key: 'gather', view: gather.view }
    const shows =
        result &&
        (result.kind === 'estimate'
            ? step === 'place'
            : step !== 'place' && step !== 'gather' && step !== 'group')
    if (shows) return { key: 'result.' + result.round, said: t('said.result'), view: results.view }
    const line =
        step === 'gather'
            ? 'gather.closed'
            : step === 'vote'
              ? 'wait.vote'
              : step === 'place'
                ? 'wait.place'
                : 'wait.line'
    return { key: 'wait.' + step, view: () => waiting(room.state.question || t('wait.title'), t(line)) }
}

function waiting(title, line) {
    return {
        title,
        main: [h('p', { class: 'note' }, icon('info'), h('span', {}, line)), sheets.list_inline()],
    }
}

function draw_all() {
    const now = moment()
    const screen = now.view()
    const page = $('app')
    draw(page, [
        header(),
        h(
            'main',
            { key: 'main' },
            room.line === 'lost' &&
                h(
                    'div',
                    { class: 'banner', key: 'lost' },
                    icon('cut'),
                    h('p', {}, t('line.lost')),
                    h('button', { type: 'button', class: 'small', onclick: link.wake }, t('line.retry')),
                ),
            screen.before,
            h(
                'div',
                { key: 'title', class: screen.chip ? 'titled' : null },
                screen.chip,
                h('h1', { id: 'h1', tabindex: '-1' }, unbroken(screen.title)),
                screen.more,
            ),
            h('div', { key: now.key, class: 'view' }, screen.main),
        ),
        (screen.footer || room.problem) && h('footer', { key: 'footer' }, problem(), screen.footer),
        room.dialog && dialog(),
    ])
    tick()
    document.title = `${screen.title} – ${room.state.title || 'Cadran'}`
    const over_page = page.querySelector('dialog')
    if (over_page && !over_page.open) over_page.showModal()
    if (shown !== now.key) follow(now, screen)
}

// Shown beside its button, visible at any scroll position.
function problem() {
    return (
        room.problem &&
        h(
            'div',
            { class: 'banner', key: 'problem' },
            icon('warn'),
            h('p', {}, room.problem),
            h(
                'button',
                {
                    type: 'button',
                    class: 'bare',
                    'aria-label': t('menu.close'),
                    onclick: () => {
                        room.problem = ''
                        plan()
                    },
                },
                icon('close'),
            ),
        )
    )
}

// Keeps words with a hyphen, « ferait-elle », on one line of a title.
function unbroken(text) {
    return text.replace(/(\p{L})-(?=\p{L})/gu, '$1\u2011')
}

// The page follows the facilitator to another step.
function follow(now, screen) {
    const first = shown === ''
    shown = now.key
    title_of = screen.title
    if (first) {
        window.scrollTo(0, 0)
        return
    }
    if (room.dialog) hide()
    window.scrollTo(0, 0)
    say(`${now.said || t('said.step', room.state.step_name)}. ${title_of}`)
    $('h1')?.focus({ preventScroll: true })
}

function header() {
    const { state } = room
    const pending = link
        .waiting()
        .filter(one => one.path === '/api/hand')
        .pop()
    const up = pending ? pending.body.up : state.me.hand
    return h(
        'header',
        { class: 'bar', key: 'bar' },
        h(
            'svg',
            { class: 'mark', viewBox: '0 0 40 40', 'aria-hidden': 'true' },
            h('circle', { cx: 20, cy: 20, r: 17 }),
            h('path', { d: 'M20 3v34M3 20h34' }),
            h('circle', { class: 'dot', cx: 12.6, cy: 12.6, r: 4.6 }),
        ),
        h('p', { class: 'step' }, `${state.step_number} ${state.step_name}`),
        time_told() !== null &&
            h(
                'p',
                { class: 'time', key: 'time', role: 'timer' },
                icon('time'),
                h('span', { class: 'unseen' }, t(time_told() < 0 ? 'time.over' : 'time.left') + ' '),
                h('span', { id: 'time', own: true }),
            ),
        h(
            'button',
            {
                type: 'button',
                class: 'bare hand',
                'aria-pressed': String(Boolean(up)),
                'aria-label': t(up ? 'hand.down' : 'hand.up'),
                onclick: () => {
                    link.send('/api/hand', { up: !up })
                    plan()
                },
            },
            icon('hand'),
        ),
        h(
            'button',
            {
                type: 'button',
                class: 'bare',
                'aria-haspopup': 'dialog',
                'aria-label': t('menu'),
                onclick: () => show({ name: 'menu' }),
            },
            icon('menu'),
        ),
    )
}

// Time left of the round, else of the timer, in ms; null without either.
function time_told() {
    const { round, timer } = room.state
    if (round && round.state === 'open' && round.left_ms !== null) return left_of(round.left_ms)
    if (!timer) return null
    return timer.running ? left_of(timer.left_ms) : timer.left_ms
}

function tick() {
    const node = $('time')
    const left = room.state ? time_told() : null
    if (!node || left === null) return
    const text = (left < 0 ? '+' : '') + clock(left < 0 ? -left : left)
    if (node.textContent !== text) node.textContent = text
    node.parentNode.classList.toggle('late', left < 0)
}

function dialog() {
    const parts = {
        menu,
        ticket: ballot.ticket_dialog,
        blank: ballot.blank_dialog,
        cases: sheets.cases_dialog,
        sheet: sheets.sheet_dialog,
        notice: sheets.notice_dialog,
        name: sheets.name_dialog,
        mine: gather.mine_dialog,
        result: results.result_dialog,
    }
    const { title, body } = parts[room.dialog.name]()
    const { from } = room.dialog
    const close = () => (from ? show({ name: from }) : hide())
    return h(
        'dialog',
        {
            key: 'dialog',
            'aria-labelledby': 'over',
            oncancel: event => {
                event.preventDefault()
                close()
            },
        },
        h(
            'div',
            { class: 'over' },
            h('h2', { id: 'over' }, title),
            h(
                'button',
                { type: 'button', class: 'bare', 'aria-label': t('menu.close'), onclick: close },
                icon('close'),
            ),
        ),
        body,
    )
}

function menu() {
    const { state } = room
    const line = (name, shape, text) =>
        h(
            'li',
            {},
            h(
                'button',
                { type: 'button', class: 'choice', onclick: () => show({ name }) },
                icon(shape),
                h('span', {}, text),
            ),
        )
    const speak = one =>
        h(
            'button',
            {
                type: 'button',
                lang: one,
                'aria-pressed': String(lang === one),
                'aria-label': one === 'fr' ? 'FR, français' : 'EN, English',
                onclick: () => change_language(one),
            },
            one.toUpperCase(),
        )
    return {
        title: t('menu'),
        body: h(
            'div',
            {},
            h(
                'ul',
                { class: 'menu' },
                state.cases.length > 0 && line('cases', 'sheet', t('menu.cases', state.cases.length)),
                state.gather.mine.length > 0 && line('mine', 'send', t('menu.mine')),
                state.result && line('result', 'box', t('menu.result')),
                state.round?.ticket && line('ticket', 'ticket', t('menu.ticket')),
                line('name', 'hand', t('menu.name')),
                line('notice', 'lock', t('notice.title')),
            ),
            h(
                'div',
                { class: 'languages', role: 'group', 'aria-label': t('menu.language') },
                speak('fr'),
                speak('en'),
            ),
        ),
    }
}

async function change_language(wanted) {
    language.set(wanted)
    try {
        await load(wanted)
        link.speak(wanted)
        sheets.forget()
    } catch {
        say(t('failed'))
    }
    plan()
}
