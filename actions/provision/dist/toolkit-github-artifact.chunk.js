export const id = "toolkit-github-artifact";
export const ids = ["toolkit-github-artifact"];
export const modules = {

/***/ 2223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uploadArtifact: () => (/* binding */ uploadArtifact)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(1306);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var classic_schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/coerce.js


function string(params) {
    return api/* _coercedString */.K_(classic_schemas/* ZodString */.NDH, params);
}
function number(params) {
    return core._coercedNumber(schemas.ZodNumber, params);
}
function coerce_boolean(params) {
    return core._coercedBoolean(schemas.ZodBoolean, params);
}
function bigint(params) {
    return core._coercedBigint(schemas.ZodBigInt, params);
}
function date(params) {
    return core._coercedDate(schemas.ZodDate, params);
}

;// CONCATENATED MODULE: ./build/toolkit/github/artifact.js
/**
 * Keeps files with a run, where people find them beneath its summary. Import this file lazily: it brings a compressor
 * with it. The protocol is the one of version 7 of GitHub's own upload-artifact; its library would bring 261 packages.
 */



/** Milliseconds for all of it. */
const DEADLINE = 30_000;
const ZIP = 'application/zip';
const Claims = classic_schemas/* object */.Ikc({ scp: classic_schemas/* string */.YjP() });
const Created = classic_schemas/* object */.Ikc({ ok: classic_schemas/* literal */.euz(true), signed_upload_url: classic_schemas/* url */.OZ5() });
const Finalized = classic_schemas/* object */.Ikc({ ok: classic_schemas/* literal */.euz(true), artifact_id: string().regex(/^\d+$/) });
/** The run and the job, as GitHub numbers them within; `Actions.Results:<run>:<job>` is among the token's scopes. */
function idsIn(token) {
    const { scp } = Claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')));
    const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)/.exec(scp) ?? [];
    if (run === undefined || job === undefined)
        throw new Error('the token of the runner is for no artifacts');
    return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
}
async function answered(response) {
    if (!response.ok)
        throw new Error(`${response.status} ${response.statusText}: ${(await response.text()).slice(0, 300)}`);
    return response;
}
/**
 * @returns the id beneath `https://github.com/owner/name/actions/runs/<run>/artifacts/`
 * @throws whatever went wrong; nothing is tried twice, because nothing depends on it
 */
async function uploadArtifact({ url, token }, { name, files, signal: given }) {
    const signal = AbortSignal.any([given, AbortSignal.timeout(DEADLINE)]);
    const ids = idsIn(token);
    const call = async (method, body) => {
        const endpoint = new URL(`/twirp/github.actions.results.api.v1.ArtifactService/${method}`, url);
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const answer = await fetch(endpoint, {
            method: 'POST',
            headers,
            body: JSON.stringify({ ...ids, name, ...body }),
            signal,
        });
        return (await answered(answer)).json();
    };
    const zip = (0,esm/* zipSync */.L)(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, (0,esm/* strToU8 */._u)(text)])));
    const created = Created.parse(await call('CreateArtifact', { version: 7, mime_type: ZIP }));
    await answered(await fetch(created.signed_upload_url, {
        method: 'PUT',
        headers: { 'x-ms-blob-type': 'BlockBlob', 'content-type': ZIP },
        body: Buffer.from(zip),
        signal,
    }));
    const hash = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(zip).digest('hex')}`;
    return Finalized.parse(await call('FinalizeArtifact', { size: String(zip.length), hash })).artifact_id;
}


/***/ })

};
