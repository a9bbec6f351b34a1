"""How the exposure sheet looks, on screen and on landscape paper."""

STYLE = """
.lead { font-size: 1.15rem; margin: 0 0 2rem; max-width: 60ch; }
.strip { margin: 0; background: var(--white); border: 2px solid var(--ink); border-radius: 14px; padding: 1rem 1rem .75rem; }
.strip > svg { display: block; height: auto; width: 100%; }
.key { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; list-style: none; margin: .75rem 0 0; padding: 0; }
.key svg { height: .8em; margin-inline-end: .45em; vertical-align: -.05em; width: 1.4em; }
.scroll { border: 2px solid var(--ink); border-radius: 14px; overflow-x: auto; background: var(--white); }
table { border-collapse: collapse; min-width: 62rem; width: 100%; }
th, td { padding: .4rem .75rem; text-align: start; vertical-align: top; }
thead th { background: var(--ink); color: var(--white); font-weight: 700; white-space: nowrap; }
tbody { border-top: 2px solid var(--ink); }
tbody:first-of-type { border-top: 0; }
tbody tr + tr { border-top: 1px solid var(--mist); }
tbody th { background: var(--mist); font-weight: 400; min-width: 11rem; }
tbody th b { display: block; font-size: 1.1rem; }
.number { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
th.number { text-align: end; }
.speaker { font-weight: 700; }
.until { color: var(--quiet); white-space: nowrap; }
.beat, .sound, .mood { border-radius: 6px; display: inline-block; margin: 0 .35rem .15rem 0; padding: 0 .45rem; }
.line { width: 36%; }
.beat { background: var(--mustard); }
td .sound { white-space: nowrap; }
.sound { background: var(--sand); }
.mood { background: var(--lavender); }
.note { background: var(--pause); border-radius: 6px; padding: .1rem .5rem; }
.plain { color: var(--quiet); }
@media print { @page { size: A4 landscape; margin: 12mm; } .scroll, .strip { border-width: 1px; overflow: visible; } table { min-width: 0; }
  tbody { break-inside: avoid; } thead { display: table-header-group; } }
"""
