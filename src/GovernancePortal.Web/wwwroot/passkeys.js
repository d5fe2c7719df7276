// The browser's part of passkeys: fetches the options, asks the authenticator, and posts its answer with the form.
(() => {
  'use strict';

  const supported = () => window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential?.parseCreationOptionsFromJSON;
  let waiting = null;

  const options = async (form, path) => {
    const token = form.querySelector('input[name=__RequestVerificationToken]').value;
    const answer = await fetch(path, { method: 'POST', headers: { RequestVerificationToken: token }, credentials: 'same-origin', signal: waiting?.signal });
    if (!answer.ok) throw new Error('The portal did not answer.');
    return answer.json();
  };

  // Some password managers hand back objects that toJSON refuses, so the answer is put together here when it has to be.
  const text = credential => {
    try {
      return JSON.stringify(credential);
    } catch {
      const b64 = buffer => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
      const { response } = credential;
      return JSON.stringify({
        id: credential.id,
        rawId: b64(credential.rawId),
        type: credential.type,
        authenticatorAttachment: credential.authenticatorAttachment,
        clientExtensionResults: credential.getClientExtensionResults(),
        response: {
          clientDataJSON: b64(response.clientDataJSON),
          authenticatorData: b64(response.authenticatorData ?? response.getAuthenticatorData?.()),
          attestationObject: b64(response.attestationObject),
          signature: b64(response.signature),
          userHandle: b64(response.userHandle),
          transports: response.getTransports?.(),
        },
      });
    }
  };

  const say = (form, words) => {
    const hint = form.querySelector('[data-passkey-hint]');
    if (hint) hint.textContent = words;
  };

  const ask = async (form, kind, mediation) => {
    waiting?.abort();
    waiting = new AbortController();
    const { signal } = waiting;
    if (kind === 'sign-in') {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await options(form, '/account/passkeys/request-options'));
      return navigator.credentials.get({ publicKey, mediation, signal });
    }
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await options(form, '/account/passkeys/creation-options'));
    return navigator.credentials.create({ publicKey, signal });
  };

  const submit = async (form, kind, mediation) => {
    const credential = await ask(form, kind, mediation);
    if (!credential) return;
    form.querySelector('input[name$=CredentialJson]').value = text(credential);
    form.requestSubmit();
  };

  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-passkey]');
    if (!button) return;
    const form = button.closest('form');
    if (!supported()) return say(form, 'This browser has no passkeys. Use the password.');
    if (!form.reportValidity()) return;
    try {
      await submit(form, button.dataset.passkey, undefined);
    } catch (error) {
      if (error.name === 'AbortError') return;
      if (error.name === 'InvalidStateError') say(form, 'This device has a passkey for the portal already.');
      else if (error.name === 'NotAllowedError') say(form, 'No passkey was used: it was cancelled, took too long, or this device has none for the portal.');
      else say(form, 'The passkey could not be used here. Use the password.');
    }
  });

  // Offers passkeys in the e-mail field where the browser can; not again on the page that has just refused one.
  const offer = async () => {
    const form = document.querySelector('form[data-passkey-form=sign-in]');
    if (!form || !supported() || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    try {
      await submit(form, 'sign-in', 'conditional');
    } catch {
      // The person did something else instead.
    }
  };

  offer();
  window.addEventListener('load', () => window.Blazor?.addEventListener('enhancedload', () => {
    if (!document.querySelector('form[data-passkey-form=sign-in]')) waiting?.abort();
  }));
})();
