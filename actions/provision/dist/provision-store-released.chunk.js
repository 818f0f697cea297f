export const id = "provision-store-released";
export const ids = ["provision-store-released"];
export const modules = {

/***/ 6320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   releasedFrom: () => (/* binding */ releasedFrom),
/* harmony export */   remember: () => (/* binding */ remember)
/* harmony export */ });
/* harmony import */ var _toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7097);
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_plan_ts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8888);
/**
 * Which commit a state was last released from: a note beside it, as an object of its own, so that it holds no lock and
 * is there before the first change.
 */



/** @param state key of the state in the bucket */
function noteOf(state) {
    return `${state}.released`;
}
async function asking(state, work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,_toolkit_aws_status_ts__WEBPACK_IMPORTED_MODULE_0__/* .httpStatusOf */ .s)(error) !== 403)
            throw error;
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'RELEASE_NOTE_REFUSED',
            what: `The role may not use ${noteOf(state)}, where the state remembers what it was last released from.`,
            why: 'Without it an older release could be put in the place of a newer one.',
            fix: 'Allow the role that plans s3:GetObject on `<key>.released`, the role that applies s3:PutObject as well, and both s3:ListBucket on the bucket.',
            cause: error,
        });
    }
}
async function readNote(bucket, state) {
    const found = await asking(state, () => bucket.read(noteOf(state)));
    if (found === undefined)
        return undefined;
    try {
        const remembered = _toolkit_model_plan_ts__WEBPACK_IMPORTED_MODULE_2__/* .Remembered */ .dX.parse(JSON.parse(Buffer.from(found.body).toString('utf8')));
        return { remembered, tag: found.tag };
    }
    catch (cause) {
        throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            code: 'RELEASE_NOTE',
            what: `${noteOf(state)} does not say what the state was last released from.`,
            why: 'It is JSON with `commit` and `run`, and this release writes nothing else: somebody has changed it.',
            fix: 'Bring back its last good version from the versions of the bucket.',
            cause,
        });
    }
}
/**
 * @param state key of the state in the bucket
 * @returns undefined when it was never released
 * @throws Failure RELEASE_NOTE or RELEASE_NOTE_REFUSED
 */
async function releasedFrom(bucket, state) {
    return (await readNote(bucket, state))?.remembered;
}
/** So many others may come in between. */
const ATTEMPTS = 10;
/**
 * Asks whether this release may follow what the state was released from, and writes that it has.
 *
 * Terraform holds the lock of the state only within its own `apply`, so what is between the question and the note is
 * guarded by the note itself: it is written only over the very note that was asked about, and whoever came in between is
 * asked about in turn. What is between the note and Terraform's lock is guarded by the plan: an older release that was
 * let pass before a newer one wrote its note finds the state changed by that one (PLAN_STALE) or, when it locks first,
 * is followed by it. So the newer one is always the last.
 * @param state key of the state in the bucket
 * @param part name of the stack
 * @throws Failure of `forwards.allow`, RELEASE_NOTE, RELEASE_NOTE_REFUSED or RELEASE_NOTE_BUSY
 */
async function remember(bucket, state, part, forwards) {
    const next = JSON.stringify(forwards.next);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const noted = await readNote(bucket, state);
        await forwards.allow(part, noted?.remembered);
        const how = noted === undefined ? { once: true } : { over: noted.tag };
        if (await asking(state, () => bucket.put(noteOf(state), next, how)))
            return;
    }
    throw new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        code: 'RELEASE_NOTE_BUSY',
        what: `${noteOf(state)} was changed by somebody else ${ATTEMPTS} times while it was read.`,
        fix: 'Let releases run one after the other (`concurrency:`), and start this one again. Nothing was applied.',
    });
}


/***/ })

};
