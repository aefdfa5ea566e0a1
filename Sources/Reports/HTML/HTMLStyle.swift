// SPDX-License-Identifier: Apache-2.0

/// The style sheet of a report page.
enum HTMLStyle {
  static let sheet: StaticString = """
    :root {
      color-scheme: light dark;
      --paper: #f6f5f1; --sheet: #ffffff; --ink: #1c2830; --soft: #53616b; --line: #dedbd2;
      --accent: #0a5a68; --track: #e6e3da; --fill: #4d8793;
      --violation: #a02428; --violation-tint: #fbeeec;
      --warning: #7a5000; --warning-tint: #fcf3de;
      --note: #2a5a88; --note-tint: #ebf2f9;
      --accepted: #1a6840; --accepted-tint: #e8f4ec;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      --mono: ui-monospace, "SF Mono", Consolas, "Liberation Mono", Menlo, monospace;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #10171c; --sheet: #172027; --ink: #e4e8e9; --soft: #a5b2b9; --line: #2d3943;
        --accent: #82cad6; --track: #2a363f; --fill: #5fa3af;
        --violation: #ffa49c; --violation-tint: #2e1e22;
        --warning: #efc16b; --warning-tint: #302710;
        --note: #9fc7ed; --note-tint: #1a2938;
        --accepted: #8ad4a8; --accepted-tint: #16301f;
      }
    }
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 400 1rem/1.55 var(--sans); font-variant-numeric: tabular-nums lining-nums;
      overflow-wrap: anywhere;
    }
    main, .brand, footer { max-width: 68rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
    h1, h2, h3, h4, p, dl, ol, ul { margin: 0; }
    h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.15; text-wrap: balance; }
    h1 { font-size: clamp(2rem, 6vw, 3.1rem); letter-spacing: -.015em; }
    h2 { font-size: 1.7rem; letter-spacing: -.005em; }
    h3 { font-size: 1.05rem; font-weight: 650; margin: 2.25rem 0 .75rem; }
    h4 { font-size: 1.05rem; font-weight: 650; line-height: 1.35; }
    p, li, dd { max-width: 70ch; }
    a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .07em; }
    a:hover { text-decoration-thickness: .14em; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
    code { font-family: var(--mono); font-size: .875em; }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .skip {
      position: absolute; left: 1rem; top: -6rem; z-index: 1; padding: .75rem 1rem;
      background: var(--sheet); border-radius: 0 0 .5rem .5rem;
    }
    .skip:focus { top: 0; }

    .brand {
      display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between;
      align-items: center; padding-block: 1.1rem; color: var(--soft); font-size: .925rem;
    }
    .brand b { color: var(--ink); font-weight: 650; }
    .product { display: flex; align-items: center; gap: .45rem; }
    .mark { width: 1.6rem; height: 1.6rem; fill: var(--accent); }
    .mark .stroke { fill: none; stroke: var(--accent); stroke-width: 1.6; stroke-linecap: round; }

    .hero { padding: clamp(1.5rem, 4vw, 2.75rem); border-radius: 1rem; background: var(--tint); }
    .hero.violation { --tint: var(--violation-tint); --tone: var(--violation); }
    .hero.warning { --tint: var(--warning-tint); --tone: var(--warning); }
    .hero.accepted { --tint: var(--accepted-tint); --tone: var(--accepted); }
    .headline { display: flex; align-items: center; gap: .8rem; color: var(--tone); }
    .headline .shape { width: clamp(1.5rem, 4.5vw, 2.2rem); height: auto; flex: none; }
    .lead { margin-top: .75rem; font-size: 1.2rem; line-height: 1.45; }
    .privacy { margin-top: 1.5rem; font-size: .925rem; color: var(--soft); }
    .privacy a { color: inherit; }
    .privacy.shown { color: var(--ink); padding: .75rem 1rem; border: 2px solid var(--tone);
      border-radius: .5rem; }
    .shape { width: .8em; height: .8em; fill: currentColor; flex: none; }

    .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
      gap: 1rem 1.5rem; margin-top: 1.75rem; }
    .figures dt { color: var(--soft); font-size: .875rem; line-height: 1.3; }
    .figures dd { margin: .1rem 0 0; font-size: 1.5rem; line-height: 1.25; font-weight: 600;
      letter-spacing: -.01em; }
    h3 + .figures { margin-top: 0; }
    .figures + p { margin-top: 1rem; }
    .hero .figures { border-top: 1px solid var(--line); padding-top: 1.25rem; }

    .badge { display: inline-flex; align-items: center; gap: .4em; padding: .1rem .6rem;
      border-radius: 1rem; font-size: .875rem; font-weight: 600; line-height: 1.5;
      color: var(--tone); background: var(--tint); white-space: nowrap; }
    .badge.violation { --tint: var(--violation-tint); --tone: var(--violation); }
    .badge.warning { --tint: var(--warning-tint); --tone: var(--warning); }
    .badge.note { --tint: var(--note-tint); --tone: var(--note); }
    .badge.accepted { --tint: var(--accepted-tint); --tone: var(--accepted); }
    .times { color: var(--soft); font-size: .925rem; }

    .mend { margin-top: 2.75rem; }
    .mend ol { list-style: none; counter-reset: step; padding: 0; margin-top: 1rem; }
    .mend li { counter-increment: step; position: relative; max-width: none;
      padding: 1.1rem 0 1.1rem 3.25rem; border-top: 1px solid var(--line); }
    .mend li::before { content: counter(step); position: absolute; left: .35rem; top: .7rem;
      font: 600 2rem/1.2 var(--serif); color: var(--accent); }
    .step { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem; }
    .step b { font-weight: 650; font-size: 1.05rem; }
    .where { color: var(--soft); font-size: .925rem; margin-top: .3rem; max-width: none; }
    .mend .step + p { margin-top: .3rem; }

    nav { margin-top: 2.25rem; padding: .6rem 0; border-block: 1px solid var(--line); }
    nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
    nav a { display: inline-block; padding: .35rem 0; font-size: .925rem; }

    main > section:not(.mend) { margin-top: 3.25rem; }
    main > section > h2 + * { margin-top: .75rem; }
    .dataset { background: var(--sheet); border: 1px solid var(--line); border-radius: 1rem;
      padding: clamp(1.1rem, 3.5vw, 2.25rem); }
    main > section.dataset { margin-top: 2rem; }
    .identity { display: flex; flex-wrap: wrap; gap: .35rem .75rem; align-items: baseline;
      max-width: none; }
    .iri { margin-top: .5rem; color: var(--soft); font-size: .875rem; }
    .iri code { margin-right: .5rem; }
    .account { margin-top: 1.1rem; color: var(--soft); font-size: .95rem; }
    .nothing { color: var(--soft); }
    p + .nothing { margin-top: .5rem; }

    .finding { padding: 1.25rem 0 1.1rem; border-top: 1px solid var(--line); }
    .finding + .notice { border-top: 1px solid var(--line); padding-top: .75rem; }
    .kind { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem; }
    .finding h4 { margin-top: .45rem; }
    .message { margin-top: .25rem; }
    .remedy { margin-top: .4rem; }
    .rule { margin-top: .4rem; color: var(--soft); font-size: .875rem; }
    @media (min-width: 52rem) {
      .finding { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); column-gap: 1.5rem; }
      .finding > * { grid-column: 2; }
      .finding > .kind { grid-column: 1; grid-row: 1 / span 2; flex-direction: column;
        align-items: flex-start; gap: .3rem; }
      .finding h4 { margin-top: 0; }
      .kind .times { padding-left: .6rem; }
    }

    details { margin-top: .35rem; }
    summary { cursor: pointer; padding: .45rem 0; min-height: 2.4rem; color: var(--accent);
      font-size: .95rem; font-weight: 550; }
    summary:hover { text-decoration: underline; text-underline-offset: .18em; }
    details[open] > summary { margin-bottom: .35rem; }
    .more { border-top: 1px solid var(--line); padding-top: .6rem; }
    .notice { margin-top: .75rem; font-size: .925rem; color: var(--soft); }

    p + .scroll { margin-top: .75rem; }
    p + .finding { margin-top: 1rem; }
    .scroll { overflow-x: auto; overflow-wrap: break-word; }
    table { border-collapse: collapse; width: 100%; font-size: .925rem; line-height: 1.45; }
    th, td { text-align: left; vertical-align: baseline; padding: .5rem 1rem .5rem 0;
      border-bottom: 1px solid var(--line); min-width: 4.5rem; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { color: var(--soft); font-size: .85rem; font-weight: 550; white-space: nowrap; }
    tbody th { font-weight: 500; }
    tbody tr:last-child > * { border-bottom: 0; }
    .number { text-align: right; white-space: nowrap; }
    th.number:not(:last-child), td.number:not(:last-child) { padding-right: 1.75rem; }
    .hash { font-size: .85rem; min-width: 18rem; }
    .value { font-family: var(--mono); font-size: .875rem; }
    .hidden { color: var(--soft); }

    .field { min-width: 9rem; }
    .class { display: block; color: var(--soft); font-size: .85rem; font-weight: 400; }
    .share { min-width: 9rem; width: 34%; }
    .bar { display: inline-block; width: calc(100% - 3.75rem); height: .55rem;
      border-radius: .3rem; vertical-align: baseline; }
    .percent { display: inline-block; width: 3.25rem; text-align: right; font-weight: 550; }
    .track { fill: var(--track); }
    .fill { fill: var(--fill); }
    .gap .track { fill: var(--violation); }
    .gap + .of .mandatory { color: var(--violation); font-weight: 550; }

    .files { list-style: none; padding: 0; }
    .computed { list-style: none; padding: 0; }
    .computed li { padding: .7rem 0; border-top: 1px solid var(--line); max-width: none; }
    .computed p { max-width: none; font-size: .925rem; }
    .computed .said { font-size: 1rem; }
    @media (min-width: 52rem) {
      .computed li { display: grid; grid-template-columns: 13rem minmax(0, 1fr);
        column-gap: 1.5rem; row-gap: .15rem; }
      .computed li > :first-child { grid-row: 1 / span 3; }
      .computed li > :not(:first-child) { grid-column: 2; }
    }
    .files li { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .3rem 0; max-width: none; }
    .files span { color: var(--soft); }
    section > ul:not(.files) { padding-left: 1.2rem; }
    section > ul:not(.files) li { margin-top: .4rem; }
    section > ul + p { margin-top: .75rem; }
    .facts > div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .35rem 0;
      border-bottom: 1px solid var(--line); }
    .facts dt { flex: 0 0 14rem; color: var(--soft); }
    .facts dd { margin: 0; flex: 1 1 14rem; }
    dl.guide > div { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: .35rem 0; }
    dl.guide dt { flex: 0 0 7.5rem; }
    dl.guide dd { margin: 0; flex: 1 1 14rem; }
    section.guide > p { margin-top: .75rem; }
    footer { margin-top: 4rem; padding-block: 1.5rem 3rem; color: var(--soft);
      font-size: .875rem; }

    @media (max-width: 40rem) {
      .bar { display: none; }
      .percent { width: auto; }
      .field, .share { min-width: 0; width: auto; }
      td .badge { white-space: normal; border-radius: .6rem; }
      th, td { padding-right: .6rem; min-width: 0; }
      th.number:not(:last-child), td.number:not(:last-child) { padding-right: 1rem; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media (forced-colors: active) {
      .bar { border: 1px solid CanvasText; }
      .fill { fill: CanvasText; }
      .hero, .badge { border: 1px solid CanvasText; }
    }
    @media print {
      :root {
        --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #00404a;
        --violation-tint: #fff; --warning-tint: #fff; --note-tint: #fff; --accepted-tint: #fff;
      }
      html { font-size: 9.5pt; }
      nav, .skip { display: none; }
      main, .brand, footer { max-width: none; padding-inline: 0; }
      .hero, .dataset { border: 0; padding-inline: 0; border-radius: 0; }
      .scroll { overflow: visible; }
      .finding, tr, .mend li { break-inside: avoid; }
      h2, h3, h4 { break-after: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; }
      .dataset { break-before: page; }
    }
    """
}
