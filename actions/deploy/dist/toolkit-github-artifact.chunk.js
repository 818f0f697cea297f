export const id = "toolkit-github-artifact";
export const ids = ["toolkit-github-artifact"];
export const modules = {

/***/ 567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uploadArtifact: () => (/* binding */ uploadArtifact)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var fflate__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1306);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9567);
/**
 * Keeps files with a run, where people find them beneath its summary. Import this file lazily: it brings a compressor
 * with it. The protocol is the one of version 7 of GitHub's own upload-artifact; its library would bring 261 packages.
 */



/** Milliseconds for all of it. */
const DEADLINE = 30_000;
const ZIP = 'application/zip';
const Claims = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ scp: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const Created = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true), signed_upload_url: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5() });
const Finalized = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true), artifact_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj().regex(/^\d+$/) });
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
    const zip = (0,fflate__WEBPACK_IMPORTED_MODULE_3__/* .zipSync */ .L)(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, (0,fflate__WEBPACK_IMPORTED_MODULE_3__/* .strToU8 */ ._u)(text)])));
    const created = Created.parse(await call('CreateArtifact', { version: 7, mime_type: ZIP }));
    await answered(await fetch(created.signed_upload_url, {
        method: 'PUT',
        headers: { 'x-ms-blob-type': 'BlockBlob', 'content-type': ZIP },
        body: Buffer.from(zip),
        signal,
    }));
    const hash = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(zip).digest('hex')}`;
    return Finalized.parse(await call('FinalizeArtifact', { size: String(zip.length), hash })).artifact_id;
}


/***/ })

};
