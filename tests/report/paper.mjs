// Reports on paper, in real Chromium and LibreOffice: what is lost, split, stranded, or seen in colour only. Run by hand:
//
//   npm install --prefix FOLDER puppeteer-core@25
//   node tests/report/paper.mjs FOLDER build/tests/bin/cadran [FOLDER_TO_KEEP_THE_PDF_IN]
//
// Needs Chromium and poppler-utils; LibreOffice is tried where it is installed. One line for each thing looked at; exits 1
// when one does not hold.
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

const [packages, program, kept] = process.argv.slice(2)
if (!program) {
    console.error('node paper.mjs FOLDER_OF_PACKAGES PROGRAM [FOLDER]')
    process.exit(2)
}
const from = createRequire(path.resolve(packages, 'node_modules', 'index.js'))
const puppeteer = (await import(from.resolve('puppeteer-core'))).default
const chromium = process.env.CHROMIUM || '/usr/bin/chromium'
const root = path.resolve(import.meta.dirname, '../..')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cadran-paper-'))
const run = (command, ...words) =>
    execFileSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })

let failed = 0
function check(what, wrong) {
    const list = Array.isArray(wrong) ? wrong : wrong ? [wrong] : []
    if (list.length) ++failed
    const some = list.slice(0, 3).join(' | ')
    console.log(`${list.length ? 'FAILED' : 'ok    '} ${what}${list.length ? ` (${list.length}): ${some}` : ''}`)
}
const bare = text => text.normalize('NFKC').replace(/[\s\u00ad\u200b\u2060\u202f\u00a0]+/g, '')

// --- the sessions: the sample, and one of two hundred cases with long titles

const sample = path.join(folder, 'sample.cadran')
fs.copyFileSync(path.join(root, 'sessions/exemple.cadran'), sample)
const long = path.join(folder, 'long.cadran')
run(program, 'new', long, '--template', 'huit-axes', '--lang', 'fr')
const rows = ['Titre;Description;Domaine;Coût']
for (let n = 1; n <= 200; ++n)
    rows.push(`Prévoir l’entretien des ouvrages d’art et des routes départementales, lot ${n};Une phrase qui décrit ce que le lot ${n} demande aux services.;Domaine ${n % 9};${n * 1000}`)
fs.writeFileSync(path.join(folder, 'cas.csv'), rows.join('\n') + '\n')
run(program, 'import', long, path.join(folder, 'cas.csv'))

const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
})

// What a reader of the paper has to find: the texts of cells, items, paragraphs, titles that are shown in print.
function shown_texts() {
    const out = []
    for (const node of document.querySelectorAll('td, th, li, dt, dd, p, caption, figcaption, h1, h2, h3, h4')) {
        if (!node.checkVisibility() || node.closest('nav, .heard, svg')) continue
        if (node.querySelector('td, th, li, dd, p')) continue
        const clone = node.cloneNode(true)
        for (const hidden of clone.querySelectorAll('.heard, svg')) hidden.remove()
        const words = getComputedStyle(node.querySelector('bdi') || node)
        if (words.webkitLineClamp !== 'none') continue // shortened on purpose, on the single page
        const text = clone.textContent.trim()
        if (text) out.push({ tag: node.tagName, text, row: node.closest('tr')?.rowIndex })
    }
    return out
}

// Words with their boxes, page by page.
function words_of(pdf) {
    const pages = []
    for (const page of run('pdftotext', '-bbox', pdf, '-').split('<page ').slice(1)) {
        const [, width, height] = page.match(/width="([\d.]+)" height="([\d.]+)"/)
        const words = [...page.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)].map(
            // the middle of its height, where letters are: boxes of lines reach into each other
            ([, x0, y0, x1, y1, text]) => ({ x0: +x0, y0: +y0 * 0.7 + y1 * 0.3, x1: +x1, y1: +y0 * 0.3 + y1 * 0.7, text }),
        )
        pages.push({ width: +width, height: +height, words })
    }
    return pages
}
const overlap = (a, b) =>
    Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) *
    Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0))
const area = a => (a.x1 - a.x0) * (a.y1 - a.y0)

async function look(name, session, ...options) {
    const html = path.join(folder, `${name}.html`)
    run(program, 'report', session, '-o', html, '--lang', 'fr', '--organisation', 'Ville de Bréhan', ...options)
    const page = await browser.newPage()
    await page.goto(`file://${html}`)
    const printed = async (to, more = {}) => {
        const pdf = path.join(folder, `${name}-${to}.pdf`)
        await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true, ...more })
        return pdf
    }
    await page.emulateMediaType('print')
    const texts = await page.evaluate(shown_texts)
    const pdf = await printed('day')
    if (kept) fs.copyFileSync(pdf, path.join(kept, `${name}.pdf`))

    // Chromium draws a cell at once: in the order of drawing its text is in one piece, on one page.
    const pages = run('pdftotext', '-raw', pdf, '-').split('\f').map(bare)
    const all = pages.join('')
    const halves = text => [bare(text).slice(0, bare(text).length * 0.15), bare(text).slice(bare(text).length * 0.85)]
    const there = one =>
        all.includes(bare(one.text)) || // a paragraph may go on at the next page
        (!/^T/.test(one.tag) && halves(one.text).every(half => all.includes(half)))
    check(`${name}: ${texts.length} texts are on paper`, texts.filter(one => !there(one)).map(one => one.text))
    const cells = texts.filter(one => one.tag === 'TD' || one.tag === 'TH')
    check(
        `${name}: no cell is split between two pages`,
        cells.filter(one => all.includes(bare(one.text)) && !pages.some(on => on.includes(bare(one.text)))).map(one => one.text),
    )

    const places = words_of(pdf)
    const covered = []
    for (const [n, { words }] of places.entries()) {
        const sorted = [...words].sort((a, b) => a.y0 - b.y0)
        for (let i = 0; i < sorted.length; ++i)
            for (let k = i + 1; k < sorted.length && sorted[k].y0 < sorted[i].y1; ++k)
                if (overlap(sorted[i], sorted[k]) > 0.4 * Math.min(area(sorted[i]), area(sorted[k])))
                    covered.push(`page ${n + 1}: ${sorted[i].text} / ${sorted[k].text}`)
    }
    check(`${name}: no word lies on another, on ${places.length} pages`, covered)

    // A title has text below it, or at the head of the next column.
    const titles = new Set(texts.filter(one => /^H[2-4]$/.test(one.tag)).map(one => bare(one.text)))
    const foot = 17 * 2.835 // points
    const alone = []
    for (const [n, { words, height }] of places.entries()) {
        const last = words.filter(word => word.y1 < height - foot)
        const lowest = Math.max(...last.map(word => word.y1))
        const line = last.filter(word => word.y1 > lowest - 2)
        const said = bare(line.map(word => word.text).join(''))
        if (titles.has(said)) alone.push(`page ${n + 1}: ${said}`)
    }
    check(`${name}: no title is the last line of a page`, alone)

    const info = run('pdfinfo', pdf)
    check(`${name}: the PDF is tagged`, /Tagged:\s+yes/.test(info) ? '' : info)
    const figures = await page.evaluate(
        () => [...document.querySelectorAll('svg[role=img], img')].filter(one => one.checkVisibility()).length,
    )
    const tree = run('pdfinfo', '-struct-text', pdf)
    const named = (tree.match(/^\s*Figure[^\n]*$/gm) || []).length
    check(`${name}: ${figures} pictures are figures of the structure`, named >= figures ? '' : `${named}`)
    check(
        `${name}: no picture holds a link`,
        await page.evaluate(() => [...document.querySelectorAll('svg[role=img] a')].map(one => one.textContent)),
    )
    const size = fs.statSync(pdf).size
    check(`${name}: ${Math.round(size / 1024)} kB, ${places.length} pages`, size > 8e6 ? `${size} bytes` : '')

    // The same paper with the dark scheme, and without the backgrounds that a browser leaves out.
    const pixels = of => {
        const to = of.replace(/\.pdf$/, '')
        run('pdftoppm', '-r', '40', '-gray', of, to)
        const base = path.basename(to)
        return fs.readdirSync(folder).filter(one => one.startsWith(`${base}-`) && one.endsWith('.pgm')).sort()
            .map(one => fs.readFileSync(path.join(folder, one)))
    }
    const day = pixels(pdf)
    const differing = (a, b) => {
        if (a.length !== b.length) return 1e9
        let count = 0
        for (const [n, one] of a.entries()) for (let i = 0; i < one.length; ++i) count += Math.abs(one[i] - b[n][i]) > 8 ? 1 : 0
        return count
    }
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    const dark = differing(day, pixels(await printed('dark')))
    check(`${name}: the dark scheme prints the same`, dark ? `${dark} pixels` : '')
    await page.emulateMediaFeatures([])
    const plain = differing(day, pixels(await printed('plain', { printBackground: false })))
    check(`${name}: nothing is lost without backgrounds`, plain ? `${plain} pixels` : '')

    // Forced colours on a screen: pictures keep their own.
    await page.emulateMediaType('screen')
    await page.setViewport({ width: 1280, height: 900 })
    const seen = async () => {
        const out = []
        for (const figure of (await page.$$('figure svg')).slice(0, 4)) {
            if (await figure.isVisible()) out.push(Buffer.from(await figure.screenshot()).toString('base64'))
        }
        return out
    }
    const usual = await seen()
    const session_of = await page.createCDPSession()
    await session_of.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] })
    const forced = await seen()
    check(
        `${name}: pictures keep their colours where colours are forced`,
        usual.map((one, i) => (one === forced[i] ? '' : `picture ${i + 1}`)).filter(Boolean),
    )
    await page.close()
    return { html, texts, figures }
}

function pages_with_colours(pdf) {
    const to = pdf.replace(/\.pdf$/, '-colours')
    run('pdftoppm', '-r', '20', pdf, to)
    return fs.readdirSync(folder).filter(one => one.startsWith(path.basename(to)) && one.endsWith('.ppm')).filter(one => {
        const bytes = fs.readFileSync(path.join(folder, one))
        let count = 0
        for (let i = bytes.indexOf('255\n') + 4; i + 2 < bytes.length; i += 3) {
            const [r, g, b] = [bytes[i], bytes[i + 1], bytes[i + 2]]
            count += Math.max(r, g, b) - Math.min(r, g, b) > 8 ? 1 : 0
        }
        return count > 0.1 * (bytes.length / 3)
    }).length
}

// LibreOffice, as the program calls it where there is no browser.
function by_office(name, texts, figures) {
    const bin = path.join(folder, 'bin')
    fs.mkdirSync(bin, { recursive: true })
    for (const one of ['soffice', 'sh', 'env', 'dirname', 'basename', 'sed', 'uname', 'grep', 'ls', 'readlink', 'expr', 'id', 'cat', 'rm', 'mkdir']) {
        const at = spawnSync('sh', ['-c', `command -v ${one}`], { encoding: 'utf8' }).stdout.trim()
        if (at.startsWith('/') && !fs.existsSync(path.join(bin, one))) fs.symlinkSync(at, path.join(bin, one))
    }
    if (!fs.existsSync(path.join(bin, 'soffice'))) return console.log('LibreOffice is not installed')
    const pdf = path.join(folder, `${name}-office.pdf`)
    const done = spawnSync(
        path.resolve(program),
        ['report', path.join(folder, `${name}.cadran`), '-o', path.join(folder, 'office.html'), '--pdf', pdf, '--lang', 'fr', '--organisation', 'Ville de Bréhan'],
        { encoding: 'utf8', env: { ...process.env, PATH: bin, HOME: folder } },
    )
    if (done.status !== 0) return check(`${name}: LibreOffice prints it`, done.stderr || 'no PDF')
    if (kept) fs.copyFileSync(pdf, path.join(kept, `${name}-office.pdf`))
    const all = bare(run('pdftotext', '-raw', pdf, '-'))
    // Cells that go on at the next page are cut by the head of the table; a raised letter is drawn without its code.
    const plain = text => bare(text).replaceAll('-', '').replace(/(?<=[XVI])e/g, '')
    const said = plain(all)
    const lost = texts.filter(one => one.text.length > 5 && one.text.length < 40 && !said.includes(plain(one.text)))
    check(`${name}: LibreOffice prints ${texts.length} texts`, lost.map(one => one.text))
    // They are drawn as shapes: a page with one has colours.
    const coloured = pages_with_colours(pdf)
    check(`${name}: and pictures on ${coloured} pages`, coloured >= figures - 1 ? '' : `of ${figures}, with the seal`)
}

try {
    const whole = await look('sample', sample, '--with', 'descriptions')
    await look('single', sample, '--one-page')
    await look('long', long)
    by_office('sample', whole.texts, whole.figures)
} finally {
    await browser.close()
    fs.rmSync(folder, { recursive: true, force: true })
}
console.log(failed ? `${failed} failed` : 'all holds')
process.exit(failed ? 1 : 0)
