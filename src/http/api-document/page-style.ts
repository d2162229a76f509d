/** The look of the description's page: values of `web/look/tokens.css`. */
export const API_STYLE = `
:root{color-scheme:light dark;--ground:#eceff1;--surface:#fff;--surface-2:#f5f7f8;--ink:#16232d;--ink-2:#455762;--line:#d2dadf;--mast:#14304a;--brass:#e0b95c;--action:#14508a;--focus:#c25400}
@media (prefers-color-scheme:dark){:root{--ground:#10171c;--surface:#182229;--surface-2:#1f2b33;--ink:#e6edf1;--ink-2:#b0bec6;--line:#34434d;--mast:#0c1d2d;--action:#8dbdf0;--focus:#ffb066}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 "Noto Sans",system-ui,sans-serif}
a{color:var(--action)}
:focus-visible{outline:2.5px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:8px;top:8px;background:var(--surface);padding:8px;z-index:2}
header{background:var(--mast);color:#fff;padding:12px 24px;display:flex;flex-wrap:wrap;gap:8px 16px;align-items:baseline;border-bottom:3px solid var(--brass)}
header a{color:#fff}header span{margin-right:auto}
.frame{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:24px;max-width:84rem;margin:0 auto;padding:24px}
nav{position:sticky;top:16px;align-self:start;max-height:calc(100vh - 32px);overflow:auto}
nav ul{list-style:none;margin:0;padding:0}
nav a{display:block;padding:4px 8px;color:var(--ink);text-decoration:none;border-left:2px solid var(--line)}
nav a:hover{border-color:var(--action);color:var(--action)}
h1{font-size:28px;line-height:1.3;margin:0 0 8px}h2{font-size:18px;margin:0 0 8px}h3{font-size:15px;margin:0;display:inline}h4{font-size:13px;color:var(--ink-2);margin:12px 0 4px}
p{margin:4px 0;max-width:70ch}p[lang=en]{color:var(--ink-2);font-size:14px}
.access{margin-left:auto;font-size:13px;border:1px solid var(--line);border-radius:4px;padding:1px 8px;background:var(--surface-2)}
section{margin:24px 0}
section{scroll-margin-top:12px}.schema div{scroll-margin-top:60px}
details{background:var(--surface);border:1px solid var(--line);border-radius:4px;margin:8px 0;padding:0 16px}
details[open]{padding-bottom:16px}
summary{cursor:pointer;padding:12px 0;display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline}
summary>span{color:var(--ink-2)}
code,pre{font:13px/1.5 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
pre{background:var(--surface-2);border:1px solid var(--line);border-radius:4px;padding:12px;overflow:auto}
.method{display:inline-block;min-width:4.2em;text-align:center;border:1px solid var(--line);border-radius:4px;font-size:13px;padding:1px 6px;background:var(--surface-2)}
.method.post,.method.put{border-color:var(--action);color:var(--action)}.method.delete{border-style:dashed}
ul.fields{margin:4px 0;padding-left:16px;border-left:2px solid var(--line);list-style:none}
.kind{color:var(--ink-2);font-size:14px}
@media (max-width:900px){.frame{grid-template-columns:minmax(0,1fr);padding:12px}nav{position:static;max-height:none}nav ul{columns:2;column-gap:12px}nav li{break-inside:avoid}header{padding:12px}header span{flex-basis:60%}.access{margin-left:0}summary h3,summary>span:not(.access){flex-basis:100%}}
`;
