// The little that pages need beside the framework: reconnecting, the phone menu, the search key.
(() => {
  'use strict';

  document.addEventListener('click', async event => {
    const action = event.target.closest('[data-reconnect]')?.dataset.reconnect;
    if (action === 'reload') location.reload();
    if (action === 'retry' && !(await Blazor.reconnect())) location.reload();
  });

  // "/" goes to the search field, unless somebody is typing.
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    const search = document.getElementById('find');
    if (!search) return;
    event.preventDefault();
    search.focus();
  });
})();
