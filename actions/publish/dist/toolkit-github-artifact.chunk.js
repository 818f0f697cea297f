export const id = "toolkit-github-artifact";
export const ids = ["toolkit-github-artifact"];
export const modules = {

/***/ 567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uploadArtifact: () => (/* binding */ uploadArtifact)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var fflate__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1306);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9567);
/* harmony import */ var _artifact_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1717);
/**
 * Keeps files with a run, where people find them beneath its summary. Import this file lazily: it brings a compressor
 * with it.
 */




/** Milliseconds for all of it. */
const DEADLINE = 30_000;
const ZIP = 'application/zip';
const Created = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true), signed_upload_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .url */ .OZ5() });
const Finalized = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true), artifact_id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj().regex(/^\d+$/) });
/**
 * @returns the id beneath `https://github.com/owner/name/actions/runs/<run>/artifacts/`
 * @throws whatever went wrong; nothing is tried twice here
 */
async function uploadArtifact(service, { name, files, env, signal: given }) {
    const signal = AbortSignal.any([given, AbortSignal.timeout(DEADLINE)]);
    const connection = (0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_1__/* .connectArtifacts */ .Q)(service, { env, signal });
    try {
        const zip = (0,fflate__WEBPACK_IMPORTED_MODULE_4__/* .zipSync */ .L)(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, (0,fflate__WEBPACK_IMPORTED_MODULE_4__/* .strToU8 */ ._u)(text)])));
        const { signed_upload_url: address } = await connection.call('CreateArtifact', { name, version: 7, mime_type: ZIP }, Created);
        await connection.put(address, zip, { 'x-ms-blob-type': 'BlockBlob', 'content-type': ZIP });
        const hash = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(zip).digest('hex')}`;
        const size = String(zip.length);
        return (await connection.call('FinalizeArtifact', { name, size, hash }, Finalized)).artifact_id;
    }
    finally {
        connection.close();
    }
}


/***/ })

};
