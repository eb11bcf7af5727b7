// Turns the card of a video into the player, when the reader asks: until then nothing is loaded
// from elsewhere, and without this script the card is a link.
for (const card of document.querySelectorAll('.video[data-video]')) {
  card.querySelector('a').addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const player = document.createElement('iframe');
    const start = card.dataset.start ? `&start=${card.dataset.start}` : '';
    player.src = `https://www.youtube-nocookie.com/embed/${card.dataset.video}?autoplay=1${start}`;
    player.title = card.querySelector('.video-title').textContent;
    player.allow = 'autoplay; fullscreen; picture-in-picture';
    player.allowFullscreen = true;
    card.replaceChildren(player);
    player.focus();
  });
}
