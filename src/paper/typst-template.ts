/**
 * How sheets look in PDF. Everything that a person wrote comes by JSON and is shown as text: no word of it is ever read
 * as markup. Lines stand as an office program sets them, whose single spacing is 1.15 of the letters.
 */
export const typstTemplate = `
#let paper = json(bytes(sys.inputs.sheets))
#set document(title: paper.title)
#let aligned(name) = if name == "center" { center } else if name == "right" { right } else { left }
// Marks inside a word would be lost to whoever copies it: places to part it are gaps of no width.
#let parted(line) = line.split("\\u{200b}").join(h(0pt))
#let shown(text) = text.split("\\n").map(line => line.split("п/п").map(parted).join(box(baseline: 0.216em, "п/п"))).join(linebreak())
#let leading(lines) = lines * 1.15em - 1.107em
#let sized(block, sheet) = block.at("size", default: sheet.size) * 1pt
#let weight(block) = if block.at("isBold", default: false) { "bold" } else { "regular" }

#let paragraph(b, sheet) = {
  if b.at("startsPage", default: false) { pagebreak(weak: true) }
  block(
    width: 100%,
    above: b.at("above", default: 0) * 1pt + leading(sheet.lines),
    below: 0pt,
    sticky: b.at("keepsNext", default: false),
    inset: (left: b.at("left", default: 0) * 1mm, right: b.at("right", default: 0) * 1mm),
    {
      set text(size: sized(b, sheet), weight: weight(b))
      let side = b.at("align", default: "left")
      set par(
        justify: side == "both",
        leading: leading(sheet.lines),
        first-line-indent: (amount: b.at("firstLine", default: 0) * 1mm, all: true),
      )
      set align(aligned(side))
      par(if b.text == "" { hide[.] } else { shown(b.text) })
    },
  )
}

#let cell(c) = table.cell(
  colspan: c.span,
  rowspan: c.rows,
  breakable: not c.isWhole,
  align: aligned(c.align) + (if c.isLow { bottom } else { top }),
  text(weight: weight(c), shown(c.text)),
)

#let grid-of(b, sheet) = {
  set text(size: sized(b, sheet), hyphenate: not b.isFrame)
  set par(leading: leading(1), justify: false)
  let fill = b.at("fill", default: 1) * 100%
  let lines = if b.isFrame { none } else { 0.5pt }
  let inset = if b.isFrame { (x: 0pt, y: 1pt) } else { (x: 1.5mm, y: 2pt) }
  block(width: 100%, above: leading(1), below: 0pt, breakable: not b.isFrame, align(center, block(
    width: fill,
    table(
      columns: b.widths.map(share => share * 1fr),
      stroke: lines,
      inset: inset,
      ..(if b.head.len() > 0 { (table.header(repeat: true, ..b.head.map(cell)),) } else { () }),
      ..b.cells.map(c => if c.level != none { table.header(level: c.level, repeat: false, cell(c)) } else { cell(c) }),
      // What a page may not part from the last row stands below it, in a row that has no lines of its own.
      ..(if b.last.len() > 0 { (table.header(level: 9, repeat: false, ..b.last.map(cell)),) } else { () }),
      ..(if b.below.len() > 0 {
        (table.cell(colspan: b.widths.len(), stroke: (top: lines, left: none, right: none, bottom: none), inset: (x: 0pt, top: 14pt, bottom: 0pt), breakable: false, {
          set par(leading: leading(sheet.lines))
          for one in b.below { if one.kind == "table" { grid-of(one, sheet) } else { paragraph(one, sheet) } }
        }),)
      } else { () }),
    ),
  )))
}

#set text(font: ("Tinos", "Liberation Serif"), lang: "ru", hyphenate: false, top-edge: 0.891em, bottom-edge: -0.216em)
#show "-": set text(font: "Tinoh")
#for sheet in paper.sheets {
  page(
    width: sheet.width * 1mm,
    height: sheet.height * 1mm,
    margin: (
      top: sheet.margins.top * 1mm,
      right: sheet.margins.right * 1mm,
      bottom: sheet.margins.bottom * 1mm,
      left: sheet.margins.left * 1mm,
    ),
    header-ascent: sheet.margins.top * 1mm - 15mm,
    header: context if counter(page).get().first() > 1 {
      align(center, text(size: 12pt, counter(page).display()))
    },
    for b in sheet.blocks { if b.kind == "table" { grid-of(b, sheet) } else { paragraph(b, sheet) } },
  )
}
`
