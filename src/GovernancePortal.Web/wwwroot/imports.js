// Sends a file by plain HTTP instead of through the page's connection, which is made for small messages.
const reportEvery = 250;

export function connect(zone, input, page, slug) {
  const open = file => { if (file) send(file, page, slug); };
  input.addEventListener('change', () => { open(input.files[0]); input.value = ''; });
  zone.addEventListener('dragover', event => { event.preventDefault(); zone.classList.add('over'); });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', event => {
    event.preventDefault();
    zone.classList.remove('over');
    open(event.dataTransfer.files[0]);
  });
  // Somebody may have been quicker than this module.
  if (input.files.length > 0) { open(input.files[0]); input.value = ''; }
}

async function send(file, page, slug) {
  await page.invokeMethodAsync('Started', file.name);
  try {
    const token = await fetch('imports/upload-token', { cache: 'no-store' });
    if (!token.ok) throw new Error(String(token.status));
    const answer = await post(file, await token.text(), page, slug);
    await page.invokeMethodAsync('Finished', answer.uploadId ?? null, answer.title ?? null);
  } catch {
    await page.invokeMethodAsync('Finished', null, null);
  }
}

function post(file, token, page, slug) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let last = 0;
    request.upload.addEventListener('progress', event => {
      if (Date.now() - last < reportEvery || !event.lengthComputable) return;
      last = Date.now();
      page.invokeMethodAsync('Progressed', Math.floor(event.loaded * 100 / event.total));
    });
    request.addEventListener('load', () => { try { resolve(JSON.parse(request.responseText)); } catch (error) { reject(error); } });
    request.addEventListener('error', () => reject(new Error('network')));
    request.open('POST', `imports/upload/${slug}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('RequestVerificationToken', token);
    request.send(file);
  });
}
