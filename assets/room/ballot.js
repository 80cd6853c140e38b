// The parts common to all ballot types, from the rules of the round to the receipt. The inputs are
// in marks.js (points, approvals, scores, grades) and order.js (rankings, pairs).
import { h, icon } from './dom.js'
import { number, t } from './words.js'
import * as link from './link.js'
import { draft_of, hide, keep_draft, of_session, on_its_way, room, say, show } from './room.js'
import * as marks from './marks.js'
import * as order from './order.js'

const bodies = { approvals: marks, points: marks, scores: marks, grades: marks, orders: order, pairs: order }

// The draft of a ballot of this round, with its default values.
export function ballot_of(round) {
    const draft = draft_of(round)
    if (!draft.given) {
        draft.given = {} // case → mark; of pairs: place of the pair → the preferred case, or '' when passed
        draft.chosen = [] // of a vote in two pages
        draft.page = round.two_pages ? 'choose' : 'spread'
        draft.at = 0 // index of the pair on the screen
    }
    return draft
}

export function keep(round) {
    keep_draft(round)
    room.problem = ''
    room.redraw()
}

// Copies the sent ballot into the draft.
function take_up(round, sent) {
    const draft = ballot_of(round)
    draft.given = {}
    for (const mark of sent?.marks || []) {
        if (round.ballot === 'pairs') {
            const place = round.pairs.findIndex(pair => pair.includes(mark.case) && pair.includes(mark.over))
            if (place >= 0) draft.given[place] = mark.case
        } else {
            draft.given[mark.case] = mark.value
        }
    }
    draft.chosen = Object.keys(draft.given)
    draft.page = round.two_pages && !draft.chosen.length ? 'choose' : 'spread'
    draft.at = 0
}

function marks_of(round, draft) {
    if (round.ballot === 'pairs') {
        return round.pairs.flatMap((pair, i) => {
            const first = draft.given[i]
            return first ? [{ case: first, over: pair[0] === first ? pair[1] : pair[0] }] : []
        })
    }
    const said = one => {
        const value = draft.given[one.id]
        return value !== undefined && value !== null && (value !== 0 || round.zero_answers)
    }
    return round.cases.filter(said).map(one => ({ case: one.id, value: draft.given[one.id] }))
}

function send(round) {
    const draft = ballot_of(round)
    const said = marks_of(round, draft)
    if (!said.length) {
        show({ name: 'blank' })
        return
    }
    cast(round, said)
}

function cast(round, said) {
    draft_of(round).editing = false
    keep_draft(round)
    link.send('/api/ballot', { round: round.id, marks: said }, round.id)
    window.scrollTo(0, 0)
    if (room.line === 'lost') say(t('ballot.sending'))
    room.redraw()
}

export function blank_dialog() {
    const round = room.state.round
    const yes = () => {
        const draft = ballot_of(round)
        Object.assign(draft, { given: {}, chosen: [], page: round.two_pages ? 'choose' : 'spread', at: 0 })
        hide()
        cast(round, [])
    }
    return {
        title: t('ballot.blank'),
        body: h(
            'div',
            {},
            h('p', { class: 'line' }, t('ballot.blank.line')),
            h('button', { type: 'button', class: 'main', onclick: yes }, t('ballot.blank.yes')),
            h('button', { type: 'button', class: 'second', onclick: hide }, t('ballot.blank.no')),
        ),
    }
}

export function ticket_dialog() {
    const ticket = room.state.round?.ticket
    return {
        title: t('menu.ticket'),
        body: h(
            'div',
            {},
            h('p', { class: 'ticket' }, ticket || ''),
            h('p', { class: 'line' }, t('ticket.line')),
        ),
    }
}

// Reasons to ask before sending: points left over, cases without an answer.
function left_out(round, draft) {
    const said = marks_of(round, draft).length
    if (!said || round.ballot === 'pairs') return ''
    if (round.spends === 'sum') {
        const left = round.budget - marks.spent(round, draft)
        return left > 0 ? t('ballot.unused', left) : ''
    }
    const missing = round.cases.length - said
    if (!missing) return ''
    if (round.zero_answers)
        return t(round.blank === 'below' ? 'ballot.unmarked.below' : 'ballot.unmarked.silent', missing)
    return round.ballot === 'orders' && round.blank === 'below' ? t('ballot.unranked.below', missing) : ''
}

export function view() {
    const round = room.state.round
    const draft = ballot_of(round)
    const going = on_its_way(round)
    if ((round.given || going) && !draft.editing)
        return receipt(round, going, {
            line: t(mine_of(round, going)?.marks.length === 0 ? 'ballot.sent.blank' : 'ballot.sent.line'),
            change: t('ballot.change'),
            yours: summary(round, mine_of(round, going)),
            take_up,
        })
    const body = bodies[round.ballot]
    const part = body.body(round, draft)
    const send_text = t(round.given ? 'ballot.send.again' : 'ballot.send')
    const warned = left_out(round, draft)
    return {
        title: round.question || round.method_name,
        main: [
            (round.how || round.rules) && h('p', { class: 'line' }, round.how || round.rules),
            part.main,
            warned && !part.step && h('p', { class: 'note' }, icon('info'), h('span', {}, warned)),
            h('p', { class: 'quiet' }, icon('lock'), h('span', {}, t('ballot.secret'))),
            h(
                'button',
                { type: 'button', class: 'second', onclick: () => show({ name: 'blank' }) },
                t('ballot.blank'),
            ),
            round.given && back_to_sent(round),
        ],
        footer: [
            part.step ||
                h(
                    'button',
                    { type: 'button', class: 'main', onclick: () => send(round) },
                    icon('box'),
                    h('span', {}, send_text),
                ),
            h('p', { class: 'link-line' }, t('ballot.open')),
        ],
    }
}

function back_to_sent(round) {
    const back = () => {
        draft_of(round).editing = false
        keep_draft(round)
        room.redraw()
    }
    return h('button', { type: 'button', class: 'second', onclick: back }, t('ballot.kept'))
}

function mine_of(round, going) {
    return going?.body.marks || going?.body.estimates
        ? going.body
        : round.mine || draft_of(round).sent || null
}

// `how`: line, change, yours (what was sent, drawn), take_up(round, sent).
export function receipt(round, going, how) {
    const change = () => {
        const draft = draft_of(round)
        how.take_up(round, mine_of(round, going))
        draft.editing = true
        keep_draft(round)
        room.redraw()
        document.getElementById('h1')?.focus()
        window.scrollTo(0, 0)
    }
    const withdraw = () => {
        link.send('/api/ballot/withdraw', { round: round.id }, round.id)
        room.redraw()
    }
    const known = mine_of(round, going)
    const expected = room.state.expected
    // One's own ballot is in, even where the count comes a moment after the answer.
    const cast_now = going ? round.cast : Math.max(round.cast, 1)
    return {
        title: round.question || round.method_name,
        main: [
            going
                ? h(
                      'div',
                      { class: 'receipt waits', key: 'waits' },
                      icon('wait'),
                      h('p', {}, t('ballot.sending')),
                  )
                : h(
                      'div',
                      { class: 'receipt', key: 'sent' },
                      icon('done'),
                      h(
                          'div',
                          {},
                          h('p', { class: 'sent' }, t('ballot.sent')),
                          h('p', {}, known ? how.line : t('ballot.sent.unknown')),
                      ),
                  ),
            round.cast !== null &&
                h(
                    'p',
                    { class: 'hint' },
                    expected ? t('ballot.cast.of', cast_now, expected) : t('ballot.cast', cast_now),
                ),
            how.yours,
            round.ticket &&
                !going &&
                h(
                    'button',
                    {
                        type: 'button',
                        class: 'second',
                        'aria-haspopup': 'dialog',
                        onclick: () => show({ name: 'ticket' }),
                    },
                    icon('ticket'),
                    h('span', {}, t('ticket.show')),
                ),
            round.given &&
                !going &&
                h('button', { type: 'button', class: 'second', onclick: withdraw }, t('ballot.withdraw')),
        ],
        footer: [
            h('button', { type: 'button', class: 'main plain', onclick: change }, h('span', {}, how.change)),
            h('p', { class: 'link-line' }, t('ballot.open')),
        ],
    }
}

// The sent ballot, case by case.
function summary(round, sent) {
    if (!sent?.marks.length) return null
    const title = id => round.cases.find(one => one.id === id)
    const line = (id, text, key) => {
        const one = title(id)
        return (
            one &&
            h(
                'li',
                { key },
                h('span', { class: 'chip outlined' }, String(one.number)),
                h('span', { lang: of_session(), class: 'grow' }, one.title),
                h('span', { class: 'given' }, text),
            )
        )
    }
    let lines
    if (round.ballot === 'pairs')
        lines = sent.marks.map((mark, i) =>
            line(mark.case, t('pairs.said', title(mark.over)?.short || title(mark.over)?.title || ''), i),
        )
    else {
        const sorted = [...sent.marks].sort((a, b) =>
            round.ballot === 'orders' ? a.value - b.value : b.value - a.value,
        )
        lines = sorted.map(mark => line(mark.case, marks.said(round, mark.value), mark.case))
    }
    return h(
        'details',
        { class: 'notice' },
        h('summary', {}, t('ballot.yours')),
        h('ul', { class: 'summary' }, lines),
    )
}

// The amount used above a ballot. `dots`: shown as discs when there are few.
export function figure(n, text, more) {
    const few = more?.total && more.total <= 12 ? more.total : 0
    return h(
        'div',
        { class: 'figure', key: 'figure' },
        h('p', {}, h('strong', {}, number(n)), ' ', h('span', {}, text)),
        few > 0 &&
            h(
                'svg',
                { class: 'dots', viewBox: `0 0 ${few * 32} 18`, 'aria-hidden': 'true' },
                Array.from({ length: few }, (_, i) =>
                    h('circle', { key: i, cx: i * 32 + 9, cy: 9, r: 7, class: i < few - n ? 'off' : 'on' }),
                ),
            ),
        more?.under && h('p', { class: 'hint' }, more.under),
    )
}

export function drawn(round) {
    return (
        round.order === 'drawn' &&
        h('p', { class: 'quiet', key: 'drawn' }, icon('mix'), h('span', {}, t('ballot.drawn')))
    )
}

// Opens the sheet of a case; nothing where it may not be read.
export function sheet_button(one) {
    return (
        room.state.cases.some(known => known.id === one.id) &&
        h(
            'button',
            {
                type: 'button',
                class: 'bare',
                'aria-haspopup': 'dialog',
                'aria-label': t('sheet.read', String(one.number)),
                onclick: () => show({ name: 'sheet', id: one.id }),
            },
            icon('info'),
        )
    )
}

// Number and title of a case, with a link to its sheet. `id`: of the element that names the group.
export function head(one, more) {
    return h(
        'div',
        { class: 'head' },
        h(
            'span',
            { class: 'chip outlined' },
            h('span', { class: 'unseen' }, t('case', '')),
            String(one.number),
        ),
        h(
            'div',
            { class: 'grow' },
            h('p', { lang: of_session(), class: 'name', id: 't' + one.id }, one.title),
            more && h('p', { class: 'hint' }, more),
        ),
        sheet_button(one),
    )
}
