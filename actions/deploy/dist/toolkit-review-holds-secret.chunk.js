export const id = "toolkit-review-holds-secret";
export const ids = ["toolkit-review-holds-secret"];
export const modules = {

/***/ 5537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseSecrets: () => (/* binding */ refuseSecrets),
/* harmony export */   refuseShownSecrets: () => (/* binding */ refuseShownSecrets)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** A review is compared word by word, so nothing of it can be masked; values count in it by their hashes alone. */

function partsOf({ target, name = '', where, with: means, from, changes }) {
    return {
        'its target': [target, name],
        'its place': where,
        'its inputs': means,
        'the name of a file': Object.keys(from),
        'the address of a change': changes.map(({ address }) => address),
    };
}
/** What counts in addition where the plan goes on to somebody who makes its review of what is shown. */
function shownParts({ from, sources, released, changes }) {
    const values = changes.map(({ kind, before, after }) => ({ kind, before, after }));
    return {
        'what it is made from': [from, sources],
        'what it replaces': released,
        'a value of a change': values,
    };
}
function refuse(told, { redactor }, fix) {
    for (const [part, value] of Object.entries(told)) {
        const plain = JSON.stringify(value);
        if (redactor.maskJson(plain) === plain)
            continue;
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            code: 'REVIEW_HOLDS_SECRET',
            what: `This plan cannot be published: ${part} holds a secret.`,
            why: 'What is reviewed is compared word by word when it is applied, so nothing of it can be masked.',
            fix,
        });
    }
}
/** @throws Failure REVIEW_HOLDS_SECRET for a plan that is named by one */
function refuseSecrets(plan, world) {
    refuse(partsOf(plan), world, 'Name the thing by something that is no secret.');
}
/**
 * @param hashes of what is sensitive in it
 * @throws Failure REVIEW_HOLDS_SECRET for a plan of which what is shown would not be what is compared
 */
function refuseShownSecrets(plan, hashes, world) {
    refuseSecrets(plan, world);
    refuse({ ...shownParts(plan), 'the name of a sensitive value': [...hashes.keys()] }, world, 'Mark the value as sensitive where it is declared, so that it counts by its hash, or publish in this job (`publish: here`).');
}


/***/ })

};
