// Light or dark, as the reader chose last; runs before anything is drawn. Without a choice the
// system's preference holds.
{
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
  let stored;
  try {
    stored = localStorage.getItem('theme');
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
  if (stored) root.dataset.theme = stored;

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('Theme');
    const show = () => button.setAttribute('aria-pressed', String(isDark()));
    show();
    dark.addEventListener('change', show);
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      show();
      try {
        localStorage.setItem('theme', root.dataset.theme);
      } catch {
        // As above.
      }
    });
  });
}
