// Revealed results, and the matrix of estimates.
import { h, icon } from './dom.js'
import { level, rank, t } from './words.js'
import { of_session, room } from './room.js'

const size = 350,
    gap = 2
const looks = {
    launch: ['launch', 0, 0],
    safeguards: ['shield', 1, 0],
    comfort: ['seat', 0, 1],
    aside: ['none', 1, 1],
}

// A matrix of 350 × 350 with `points` {number, opportunity, risk}, levels of 0 to 1000 or undefined.
export function matrix(axis, points, alternative) {
    const x_line = (axis.risk_line * size) / 1000,
        y_line = size - (axis.opportunity_line * size) / 1000
    const quarter = name => {
        const [, right, below] = looks[name]
        const x = right ? x_line + gap : 0,
            y = below ? y_line + gap : 0
        return h('rect', {
            key: name,
            class: 'q-' + name,
            x,
            y,
            width: Math.max(0, (right ? size : x_line - gap) - x),
            height: Math.max(0, (below ? size : y_line - gap) - y),
            rx: 14,
        })
    }
    const said = points.filter(
        point => typeof point.opportunity === 'number' && typeof point.risk === 'number',
    )
    const at = point => [(point.risk * size) / 1000, size - (point.opportunity * size) / 1000]
    const alone = points.length === 1
    return h(
        'div',
        { class: 'matrix' },
        h(
            'svg',
            { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': alternative },
            Object.keys(looks).map(quarter),
            said.map(point => {
                const [x, y] = at(point)
                const r = alone ? 25 : 15
                return h(
                    'g',
                    { key: point.number, class: 'spot' },
                    alone && h('path', { class: 'rise', d: `M0 ${y}H${x}` }),
                    alone && h('path', { class: 'run', d: `M${x} ${size}V${y}` }),
                    h('circle', { class: 'halo', cx: x, cy: y, r: r + 3 }),
                    h('circle', { class: 'disc', cx: x, cy: y, r }),
                    h(
                        'text',
                        { x, y: y + r * 0.32, 'text-anchor': 'middle', 'font-size': alone ? 22 : 14 },
                        String(point.number),
                    ),
                )
            }),
        ),
        Object.keys(looks).map(name =>
            h(
                'p',
                { key: name, class: `corner c-${name}`, 'aria-hidden': 'true' },
                icon(looks[name][0]),
                h('span', {}, axis.quadrants?.[name] || ''),
            ),
        ),
    )
}

function votes(result) {
    const ranks = result.rows.map(row => row.rank)
    return h(
        'ol',
        { class: 'results' },
        result.rows.map(row => {
            const tied = row.rank && ranks.filter(other => other === row.rank).length > 1
            const place = row.rank ? (tied ? t('result.tied', rank(row.rank)) : rank(row.rank)) : '–'
            return h(
                'li',
                { key: row.case, class: 'row' },
                h(
                    'div',
                    { class: 'head' },
                    h(
                        'span',
                        { class: 'place' },
                        h('span', { class: 'unseen' }, t('result.rank', '')),
                        place,
                    ),
                    h(
                        'span',
                        { class: 'chip outlined' },
                        h('span', { class: 'unseen' }, t('case', '')),
                        String(row.number),
                    ),
                    h('p', { class: 'given grow' }, row.score),
                ),
                h('p', { lang: of_session(), class: 'name' }, row.title),
                typeof row.bar === 'number' &&
                    h(
                        'div',
                        { class: 'bar-track', 'aria-hidden': 'true' },
                        h('div', { class: 'bar-fill', style: { width: `${row.bar / 10}%` } }),
                    ),
                (row.line || row.under) && h('p', { class: 'hint' }, row.line || row.under),
            )
        }),
    )
}

function estimates(result) {
    return result.axes.map(axis =>
        h(
            'section',
            { key: axis.axis },
            h(
                'h2',
                { class: 'section axis-title' },
                h('span', { class: `badge hue${((axis.place - 1) % 8) + 1}` }, String(axis.place)),
                h('span', {}, axis.title),
            ),
            axis.quadrants &&
                matrix(
                    axis,
                    axis.rows.map(row => ({
                        number: row.number,
                        opportunity: row.opportunity ?? undefined,
                        risk: row.risk ?? undefined,
                    })),
                    axis.title,
                ),
            h(
                'ul',
                { class: 'results' },
                axis.rows.map(row =>
                    h(
                        'li',
                        { key: row.case, class: 'row' },
                        h(
                            'div',
                            { class: 'head' },
                            h('span', { class: 'chip' }, String(row.number)),
                            h('p', { lang: of_session(), class: 'name grow' }, row.title),
                        ),
                        // without a median the line below says why
                        row.opportunity !== null &&
                            row.risk !== null &&
                            h('p', { class: 'given left' }, `${axis.opportunity?.name || t('result.opportunity')} ${level(row.opportunity)} · ${axis.risk?.name || t('result.risk')} ${level(row.risk)}`),
                        h('p', { class: 'hint' }, [row.agreement, row.people].filter(Boolean).join(' · ')),
                    ),
                ),
            ),
        ),
    )
}

function inside() {
    const { result } = room.state
    if (!result) return [h('p', { class: 'line' }, t('result.none'))]
    return [
        h('p', { class: 'line' }, [result.method_name, result.voters].filter(Boolean).join(' · ')),
        result.counted_by && h('p', { class: 'hint' }, result.counted_by),
        (result.notes || []).map((note, i) =>
            h('p', { class: 'note', key: i }, icon('info'), h('span', {}, note)),
        ),
        result.kind === 'estimate' ? estimates(result) : votes(result),
    ]
}

export function view() {
    const { result } = room.state
    return { title: result.question || t('result.title'), main: inside() }
}

export function result_dialog() {
    return { title: room.state.result?.question || t('result.title'), body: h('div', {}, inside()) }
}
