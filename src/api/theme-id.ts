/** An id for a new theme made of its name, "Trách nhiệm" is "trach-nhiem"; numbered when it is taken. */
export function themeId(name: string, taken: ReadonlySet<string>): string {
  const base =
    name
      .replace(/[đĐ]/g, 'd')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'chu-de';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}
