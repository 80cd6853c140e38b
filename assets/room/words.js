// The texts of the page in the language of the phone: fr.json and en.json, with the same keys.
// Texts of the session (questions, rules, results) come from the program in that language.

let words = {}
let figures = new Intl.NumberFormat('fr')
export let lang = 'fr'

// What the room gathers and votes on is called, in phrases, [case] and [cases], with a capital at
// the start of a sentence; `item` of the projection has the session's own word.
let item = { one: 'cas', many: 'cas' }
export function call_items(said) {
    if (said) item = said
}
function named(all, first, rest) {
    const noun = rest ? item.many : item.one
    return first === 'C' ? noun.charAt(0).toUpperCase() + noun.slice(1) : noun
}

// `answer`: of fr.json or en.json, if already requested.
export async function load(wanted, answer) {
    answer ??= await fetch(wanted === 'en' ? 'en.json' : 'fr.json')
    if (!answer.ok) throw new Error('words')
    words = await answer.json()
    lang = wanted
    figures = new Intl.NumberFormat(lang)
    document.documentElement.lang = lang
}

// A phrase with two forms is [one, many], selected by the first value; in French 0 is singular.
export function t(key, ...values) {
    let phrase = words[key]
    if (phrase === undefined) return key
    if (Array.isArray(phrase)) {
        const n = Math.abs(values[0])
        phrase = phrase[lang === 'en' ? (n === 1 ? 0 : 1) : n < 2 ? 0 : 1]
    }
    return phrase.replace(/\[([Cc])ase(s?)\]/g, named).replace(/\{(\d)\}/g, (all, i) =>
        typeof values[i] === 'number' ? number(values[i]) : (values[i] ?? ''),
    )
}

export function number(n) {
    return figures.format(n).replace('-', '\u2212')
}

// A level of 0 to 1000 as displayed: 0,0 to 10,0.
export function level(of) {
    return (of / 100).toFixed(1).replace('.', lang === 'en' ? '.' : ',')
}

// A duration as 6:24; with hours, minutes have two digits.
export function clock(ms) {
    const all = Math.max(0, Math.ceil(ms / 1000))
    const two = n => String(n).padStart(2, '0')
    const hours = Math.floor(all / 3600)
    return (hours ? hours + ':' : '') + two(Math.floor(all / 60) % 60) + ':' + two(all % 60)
}

export function rank(n) {
    if (lang !== 'en') return n === 1 ? '1er' : n + 'e'
    const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10
    return n + (['th', 'st', 'nd', 'rd'][last] || 'th')
}
