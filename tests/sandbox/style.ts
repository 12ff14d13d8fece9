/** The look of all neighbours: plain, readable, and not to be taken for the portal. */
export const style = `
:root { --ink: #1b1f24; --soft: #4a545f; --line: #c9d1da; --accent: #3f3d8f; --ground: #f6f8fa; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
.demo { flex-basis: 100%; max-width: none; margin: -1rem -1rem 0; padding: .5rem 1rem; background: #fff4d6; color: #5c3c00; font-size: .9375rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; padding: 1rem; border-bottom: 3px solid var(--accent); }
header .name { margin: 0; font-weight: 700; font-size: 1.25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2rem 0 .75rem; font-size: 1.3rem; }
p { max-width: 70ch; }
a { color: var(--accent); text-underline-offset: .2em; }
button { min-height: 3rem; padding: .5rem 1.25rem; border: 2px solid var(--accent); border-radius: 4px; background: #fff; color: var(--accent); font: inherit; font-weight: 600; cursor: pointer; text-align: left; }
button.main { background: var(--accent); color: #fff; }
button small { display: block; font-weight: 400; }
:focus-visible { outline: 3px solid #ffbf47; outline-offset: 2px; box-shadow: 0 0 0 2px var(--ink); }
label { display: block; font-weight: 600; }
input, select { min-height: 2.75rem; padding: .4rem .7rem; border: 1px solid var(--soft); border-radius: 4px; font: inherit; }
ul.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: .75rem; padding: 0; list-style: none; }
ul.people button { width: 100%; height: 100%; }
.actions { display: grid; gap: .75rem; max-width: 34rem; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .35rem 1.5rem; margin: 0 0 1.5rem; }
dt { color: var(--soft); }
dd { margin: 0; font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding-bottom: .5rem; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
pre { padding: 1rem; background: var(--ground); border: 1px solid var(--line); white-space: pre-wrap; }
.code { font-size: 1.5rem; font-weight: 700; letter-spacing: .12em; font-variant-numeric: tabular-nums; }
iframe { width: 100%; height: 34rem; border: 1px solid var(--line); background: #fff; }
.quiet { color: var(--soft); }
`
