/** How letters look: black on white, what a person wrote in serif, one sheet a letter. */
export const LETTER_STYLE = `
*{box-sizing:border-box;margin:0}
html{font:400 16px/1.5 "Noto Sans","Segoe UI",Roboto,Arial,"Liberation Sans",sans-serif;color:#16232d;background:#eceff1}
article{max-width:46rem;margin:1.5rem auto;padding:2.5rem 3rem;background:#fff;border:1px solid #d2dadf;overflow-wrap:anywhere}
p+p,dl+p,ul,ol,section,footer,blockquote{margin-top:.6rem}
h1{font-size:1.4rem;line-height:1.3;margin-bottom:.9rem}
h2{font-size:1.08rem;line-height:1.3;margin-bottom:.3rem;break-after:avoid}
.banner{border:2px dashed #5a3e91;color:#5a3e91;font-weight:600;padding:.5rem .8rem;margin-bottom:1.2rem}
dl{border-block:1px solid #d2dadf;padding:.5rem 0;margin-bottom:1rem}
dl div{display:grid;grid-template-columns:8rem 1fr;gap:.5rem}
dt{color:#455762}
section{margin-top:1.3rem}
ul,ol{padding-left:1.35rem}
li+li{margin-top:.55rem}
blockquote{font-family:"Noto Serif",Cambria,"Times New Roman","Liberation Serif",serif;border-left:3px solid #d2dadf;padding-left:.8rem;margin-top:.25rem}
.reason{border-left-color:#14508a;margin-top:.8rem}
footer{margin-top:1.5rem;border-top:1px solid #d2dadf;padding-top:.8rem;font-size:.92rem;color:#455762}
.sign{margin:1.4rem 0 5rem auto;width:14rem;text-align:center;break-inside:avoid}
.sign p+p{margin-top:.1rem}
.sign p.name{margin-top:5rem;margin-bottom:-5rem}
.hint{color:#455762;font-size:.92rem}
@media (max-width:40rem){article{margin:0;border:0;padding:1.25rem 1rem}dl div{grid-template-columns:1fr;gap:0}dl div+div{margin-top:.3rem}}
@media print{
@page{size:A4 portrait;margin:18mm 18mm 16mm 24mm}
html{font-size:11.5pt;background:none}
article{max-width:none;margin:0;padding:0;border:0;break-after:page}
article:last-child{break-after:auto}
li,blockquote{break-inside:avoid}
}
`;
