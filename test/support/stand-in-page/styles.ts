export const styles = `
:root { color-scheme: light dark; --ground: light-dark(#eef1f5, #14171c); --sheet: light-dark(#fff, #1e232b);
  --line: light-dark(#d6dce5, #343b47); --ink: light-dark(#17202e, #e8ecf2); --faint: light-dark(#566173, #a3aebf);
  --mine: light-dark(#d8e8ff, #17406f); --accent: light-dark(#0057c2, #7db4ff); }
* { box-sizing: border-box; }
body { margin: 0; height: 100dvh; display: grid; grid-template-columns: 18rem 1fr; font: 15px/1.5 system-ui, sans-serif;
  background: var(--ground); color: var(--ink); }
aside { padding: 1rem; border-right: 1px solid var(--line); overflow: auto; background: var(--sheet); }
h1 { font-size: 1.1rem; margin: 0; } h2 { font-size: 1rem; margin: 0; }
aside > p, small, time { color: var(--faint); font-size: .8rem; }
nav a { display: block; padding: .5rem .75rem; border-radius: .5rem; color: inherit; text-decoration: none; }
nav a[aria-current] { background: var(--mine); }
nav small { display: block; }
#add { display: grid; gap: .5rem; margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
label { display: grid; gap: .15rem; font-size: .85rem; color: var(--faint); }
input, select, button, .buttons a { font: inherit; color: var(--ink); background: var(--sheet); padding: .45rem .7rem;
  border: 1px solid var(--line); border-radius: .5rem; }
button { cursor: pointer; } button:hover, .buttons a:hover { border-color: var(--accent); }
main { display: flex; flex-direction: column; min-height: 0; max-width: 46rem; width: 100%; margin: 0 auto; }
header { display: flex; flex-wrap: wrap; gap: .75rem; justify-content: space-between; align-items: center; padding: 1rem; }
.deeds { display: flex; flex-wrap: wrap; gap: .35rem; } .deeds button { font-size: .8rem; padding: .25rem .55rem; }
#thread { flex: 1; overflow: auto; display: flex; flex-direction: column; gap: .5rem; padding: 0 1rem; }
article { max-width: 85%; padding: .55rem .8rem; border-radius: .9rem; background: var(--sheet); align-self: flex-start; }
article.person { align-self: flex-end; background: var(--mine); }
article p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.buttons { display: grid; gap: .3rem; margin-top: .5rem; }
.buttons button, .buttons a { color: var(--accent); text-align: center; text-decoration: none; }
.attachment { font-style: italic; } .attachment a { color: var(--accent); }
.empty { color: var(--faint); text-align: center; margin: auto; }
#problem { color: light-dark(#b3261e, #ff9c94); margin: 0; padding: 0 1rem; min-height: 1.5em; }
#write { display: flex; gap: .5rem; padding: .5rem 1rem 1rem; } #write [name=text] { flex: 1; }
.file { display: grid; place-items: center; padding: 0 .5rem; cursor: pointer; } .file input { position: absolute; opacity: 0; width: 1px; }
@media (max-width: 40rem) { body { grid-template-columns: 1fr; grid-template-rows: auto 1fr; height: auto; } main { height: 80dvh; } }
`;
