// A hidden round of estimates: each case on each axis, by touching the matrix or with sliders.
import { h, icon } from './dom.js'
import { level, number, t } from './words.js'
import * as link from './link.js'
import { draft_of, keep_draft, on_its_way, room, say } from './room.js'
import { figure, receipt, sheet_button } from './ballot.js'
import { matrix } from './results.js'

const top = 1000,
    middle = 500,
    fine = 10

// said['axis/case'] is {opportunity, risk} or {opportunity, severity, likelihood}, each absent
// until it is given; 'unknown'; or 'passed'.
function draft_for(round) {
    const draft = draft_of(round)
    if (!draft.said) Object.assign(draft, { said: {}, at: 0, page: 'case' })
    return draft
}

function places(round) {
    return round.axes.flatMap(axis => round.cases.map(one => ({ axis, one, key: `${axis.id}/${one.id}` })))
}

function whole(axis, said) {
    if (said === 'unknown') return true
    if (!said || said === 'passed' || said.opportunity === undefined) return false
    return axis.severity
        ? said.severity !== undefined && said.likelihood !== undefined
        : said.risk !== undefined
}

// Severity and likelihood are shown as one risk, their geometric mean.
function risk_of(said) {
    if (said.risk !== undefined) return said.risk
    return said.severity === undefined || said.likelihood === undefined
        ? undefined
        : Math.round(Math.sqrt(said.severity * said.likelihood))
}

function estimates_of(round, draft) {
    return places(round)
        .filter(place => whole(place.axis, draft.said[place.key]))
        .map(({ axis, one, key }) => {
            const said = draft.said[key]
            const of = { axis: axis.id, case: one.id }
            if (said === 'unknown') return { ...of, opportunity: null, risk: null }
            if (axis.severity)
                return {
                    ...of,
                    opportunity: said.opportunity,
                    severity: said.severity,
                    likelihood: said.likelihood,
                }
            return { ...of, opportunity: said.opportunity, risk: said.risk }
        })
}

function take_up(round, sent) {
    const draft = draft_for(round)
    draft.said = {}
    for (const one of sent?.estimates || []) {
        const unknown = one.opportunity === null || one.opportunity === undefined || one.opportunity < 0
        const axis = round.axes.find(a => a.id === one.axis)
        const said = axis?.severity
            ? {
                  opportunity: one.opportunity,
                  severity: one.severity ?? one.risk,
                  likelihood: one.likelihood ?? one.risk,
              }
            : { opportunity: one.opportunity, risk: one.risk }
        draft.said[`${one.axis}/${one.case}`] = unknown ? 'unknown' : said
    }
    draft.at = 0
    draft.page = 'all'
}

function keep(round) {
    keep_draft(round)
    room.problem = ''
    room.redraw()
}

function go(round, draft, at) {
    const all = places(round).length
    draft.at = Math.min(all - 1, Math.max(0, at))
    draft.page = at >= all ? 'all' : 'case'
    keep(round)
    window.scrollTo(0, 0)
    const place = places(round)[draft.at]
    say(
        draft.page === 'all'
            ? t('estimate.yours')
            : `${t('estimate.at', number(draft.at + 1), number(all))} ${place.one.title}`,
    )
}

function confirm(round, draft) {
    const place = places(round)[draft.at]
    if (!whole(place.axis, draft.said[place.key])) {
        room.problem = t('estimate.both')
        say(room.problem)
        room.redraw()
        return
    }
    go(round, draft, draft.at + 1)
}

function pass(round, draft) {
    const { key, axis } = places(round)[draft.at]
    if (!whole(axis, draft.said[key])) draft.said[key] = 'passed'
    go(round, draft, draft.at + 1)
}

function send(round, draft) {
    const estimates = estimates_of(round, draft)
    if (!estimates.length) {
        room.problem = t('estimate.none')
        say(room.problem)
        room.redraw()
        return
    }
    draft.editing = false
    keep_draft(round)
    link.send('/api/estimate', { round: round.id, estimates }, round.id)
    window.scrollTo(0, 0)
    if (room.line === 'lost') say(t('ballot.sending'))
    room.redraw()
}

export function view() {
    const round = room.state.round
    const draft = draft_for(round)
    const going = on_its_way(round)
    if ((round.given || going) && !draft.editing) {
        const sent = going?.body || round.mine || draft.sent
        return receipt(round, going, {
            line: t('estimate.sent.line'),
            change: t('estimate.change'),
            take_up,
            yours:
                sent?.estimates &&
                h(
                    'details',
                    { class: 'notice' },
                    h('summary', {}, t('estimate.yours')),
                    list(round, answer_of_sent(round, sent)),
                ),
        })
    }
    const all = places(round)
    if (draft.at >= all.length) draft.at = 0 // the round has changed
    return draft.page === 'all' ? overview(round, draft) : one_case(round, draft, all)
}

function answer_of_sent(round, sent) {
    const kept = {}
    for (const one of sent.estimates)
        kept[`${one.axis}/${one.case}`] = one.opportunity === null || one.opportunity < 0 ? 'unknown' : one
    return kept
}

function said_text(axis, said) {
    if (said === 'unknown') return t('estimate.unknown')
    if (!whole(axis, said)) return t('estimate.passed')
    return `${level(said.opportunity)} · ${level(risk_of(said))}`
}

function list(round, said, act) {
    return round.axes.map(axis =>
        h(
            'section',
            { key: axis.id },
            h('h2', { class: 'section axis-title' }, badge(axis), h('span', {}, axis.title)),
            h('p', { class: 'hint' }, `${axis.opportunity.name} · ${axis.risk.name}`),
            h(
                'ul',
                { class: 'summary' },
                round.cases.map(one => {
                    const inside = [
                        h('span', { class: 'chip outlined' }, String(one.number)),
                        h('span', { class: 'grow' }, one.title),
                        h('span', { class: 'given' }, said_text(axis, said[`${axis.id}/${one.id}`])),
                    ]
                    return h(
                        'li',
                        { key: one.id },
                        act
                            ? h(
                                  'button',
                                  { type: 'button', class: 'choice', onclick: () => act(axis, one) },
                                  inside,
                              )
                            : inside,
                    )
                }),
            ),
        ),
    )
}

function overview(round, draft) {
    const all = places(round)
    const answered = estimates_of(round, draft).length
    const missing = all.length - answered
    const go_to = (axis, one) =>
        go(
            round,
            draft,
            all.findIndex(place => place.axis === axis && place.one === one),
        )
    return {
        title: t('estimate.yours'),
        main: [
            figure(answered, t('ballot.estimates.of', answered, number(all.length))),
            missing > 0 &&
                h('p', { class: 'note' }, icon('info'), h('span', {}, t('estimate.missing', missing))),
            list(round, draft.said, go_to),
            h('p', { class: 'quiet' }, icon('lock'), h('span', {}, t('ballot.secret'))),
            missing > 0 &&
                h(
                    'button',
                    {
                        type: 'button',
                        class: 'second',
                        onclick: () =>
                            go(
                                round,
                                draft,
                                all.findIndex(place => !whole(place.axis, draft.said[place.key])),
                            ),
                    },
                    t('estimate.go.on'),
                ),
        ],
        footer: [
            h(
                'button',
                { type: 'button', class: 'main', onclick: () => send(round, draft) },
                icon('box'),
                h('span', {}, t(round.given ? 'estimate.send.again' : 'estimate.send')),
            ),
            h('p', { class: 'link-line' }, t('ballot.open')),
        ],
    }
}

function badge(axis) {
    return h(
        'span',
        { class: `badge hue${((axis.place - 1) % 8) + 1}` },
        h('span', { class: 'unseen' }, t('axis', '')),
        String(axis.place),
    )
}

function one_case(round, draft, all) {
    const { axis, one, key } = all[draft.at]
    const said = draft.said[key]
    const open = said && typeof said === 'object' ? said : {}
    const set = (part, value) => {
        draft.said[key] = { ...open, ...part, ...(value === undefined ? {} : value) }
        keep(round)
    }
    const unknown = () => {
        draft.said[key] = said === 'unknown' ? undefined : 'unknown'
        keep(round)
    }
    const put = (opportunity, risk) =>
        set(axis.severity ? { opportunity, severity: risk, likelihood: risk } : { opportunity, risk })
    const scales = axis.severity
        ? [
              ['severity', axis.severity.name],
              ['likelihood', axis.likelihood.name],
          ]
        : [['risk', axis.risk.name]]
    return {
        title: one.title,
        chip: h('span', { class: 'chip' }, h('span', { class: 'unseen' }, t('case', '')), String(one.number)),
        more: sheet_button(one),
        before: [
            h(
                'p',
                { class: 'axis-title', key: 'axis' },
                badge(axis),
                h('span', { class: 'grow' }, axis.title),
                h('span', { class: 'soft' }, t('estimate.at', number(draft.at + 1), number(all.length))),
            ),
        ],
        main: [
            h('p', { class: 'hint', key: 'how' }, t('estimate.matrix')),
            h(
                'div',
                { key: 'matrix', class: said === 'unknown' ? 'touch off' : 'touch', ...pointer(put) },
                matrix(
                    axis,
                    [{ number: one.number, opportunity: open.opportunity, risk: risk_of(open) }],
                    t('estimate.matrix.alt'),
                ),
            ),
            slider('opportunity', axis.opportunity, open.opportunity, 'opp', 'up', v =>
                set({ opportunity: v }),
            ),
            scales.map(([name, text]) =>
                slider(
                    name,
                    { name: text, low: axis.risk.low, high: axis.risk.high },
                    open[name],
                    'risk',
                    'right',
                    v => set({ [name]: v }),
                ),
            ),
            axis.severity &&
                h(
                    'p',
                    { class: 'hint', key: 'as-one' },
                    t(
                        'estimate.as.one',
                        risk_of(open) === undefined ? t('estimate.unsaid') : level(risk_of(open)),
                    ),
                ),
            h(
                'button',
                {
                    type: 'button',
                    key: 'unknown',
                    class: 'second',
                    'aria-pressed': String(said === 'unknown'),
                    onclick: unknown,
                },
                icon('help'),
                h('span', {}, t('estimate.unknown')),
            ),
            said === 'unknown' && h('p', { class: 'hint', key: 'unknown-line' }, t('estimate.unknown.line')),
            h(
                'div',
                { class: 'both', key: 'ways' },
                h(
                    'button',
                    {
                        type: 'button',
                        class: 'second',
                        'aria-disabled': draft.at ? null : 'true',
                        onclick: () => draft.at && go(round, draft, draft.at - 1),
                    },
                    t('estimate.back'),
                ),
                h(
                    'button',
                    { type: 'button', class: 'second', onclick: () => go(round, draft, all.length) },
                    t('estimate.all'),
                ),
            ),
        ],
        footer: [
            h(
                'div',
                { class: 'both main-row' },
                h(
                    'button',
                    { type: 'button', class: 'main plain', onclick: () => pass(round, draft) },
                    t('estimate.pass'),
                ),
                h(
                    'button',
                    { type: 'button', class: 'main', onclick: () => confirm(round, draft) },
                    icon('check'),
                    h('span', {}, t('estimate.set')),
                ),
            ),
        ],
    }
}

// A touch places the case; dragging moves it.
function pointer(put) {
    let held = false
    const at = event => {
        const box = event.currentTarget.getBoundingClientRect()
        const part = (from, length, of) =>
            Math.round((Math.min(1, Math.max(0, (of - from) / length)) * top) / fine) * fine
        put(top - part(box.top, box.height, event.clientY), part(box.left, box.width, event.clientX))
    }
    return {
        onpointerdown: event => {
            held = true
            event.currentTarget.held = true
            event.currentTarget.setPointerCapture(event.pointerId)
            at(event)
        },
        onpointermove: event => {
            if (held || event.currentTarget.held) at(event)
        },
        onpointerup: event => {
            held = false
            event.currentTarget.held = false
        },
        onpointercancel: event => {
            held = false
            event.currentTarget.held = false
        },
    }
}

// "Not given" is a separate state: the knob is hollow, and the ballot has no value.
function slider(name, scale, value, tone, shape, set) {
    const unsaid = value === undefined
    const by = step => set(Math.min(top, Math.max(0, (unsaid ? middle : value) + step)))
    const small = (sign, key, step) =>
        h(
            'button',
            { type: 'button', class: 'stepper', 'aria-label': t(key, scale.name), onclick: () => by(step) },
            icon(sign),
        )
    return h(
        'div',
        { class: 'slider ' + tone, key: name },
        h(
            'div',
            { class: 'slider-head' },
            icon(shape),
            h('label', { for: 's-' + name }, scale.name),
            h('output', { for: 's-' + name }, unsaid ? '—' : level(value)),
        ),
        h(
            'div',
            { class: 'slider-row' },
            small('minus', 'estimate.less', -50),
            h(
                'div',
                { class: 'grow' },
                h('input', {
                    id: 's-' + name,
                    type: 'range',
                    min: '0',
                    max: String(top),
                    step: String(fine),
                    value: String(unsaid ? middle : value),
                    class: unsaid ? 'unsaid' : 'said',
                    'aria-valuetext': unsaid ? t('estimate.unsaid') : level(value),
                    oninput: event => set(Number(event.target.value)),
                    onclick: event => {
                        if (unsaid) set(Number(event.target.value))
                    },
                }),
                h(
                    'p',
                    { class: 'ends', 'aria-hidden': 'true' },
                    h('span', {}, scale.low || t('estimate.low')),
                    h('span', {}, scale.high || t('estimate.high')),
                ),
            ),
            small('plus', 'estimate.more', 50),
        ),
    )
}
