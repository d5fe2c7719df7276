// The little that pages need beside the framework: reconnecting, the phone menu, the search key, printing.
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
    const search = document.querySelector('[data-page-find]') ?? document.getElementById('find');
    if (!search) return;
    event.preventDefault();
    if (search instanceof HTMLButtonElement) search.click();
    else search.focus();
  });

  // Ctrl and Enter save, where a form offers it.
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    const form = document.querySelector('form[data-save-keys]');
    if (!form) return;
    event.preventDefault();
    document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));
    form.requestSubmit(form.querySelector('button[type=submit]'));
  });

  // The dialog holds the page still; answering first lets the server go on.
  window.printPage = () => { setTimeout(() => window.print()); };
})();
