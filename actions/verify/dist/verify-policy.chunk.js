export const id = "verify-policy";
export const ids = ["verify-policy"];
export const modules = {

/***/ 4555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judge: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3358);

function inFileOrder(a, b) {
    const key = ({ source, rule }) => [source?.file ?? '', String(source?.line ?? 0).padStart(9, '0'), rule].join('\0');
    return key(a) < key(b) ? -1 : 1;
}
/**
 * What the rules find, in the order of files and lines. What cannot be told is a warning, whatever the rule: it is
 * shown, and never counts as a pass.
 */
function judge(repository, rules) {
    const findings = new Map();
    for (const rule of rules) {
        for (const remark of rule.check(repository)) {
            const { verdict, subject, message, source, fix = rule.fix } = remark;
            const severity = verdict === 'unknown' ? 'warning' : (remark.severity ?? rule.severity);
            const found = (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)({ rule: rule.id, severity, verdict, message, why: rule.why, fix, source }, subject);
            findings.set(found.fingerprint, findings.get(found.fingerprint) ?? found);
        }
    }
    return [...findings.values()].sort(inFileOrder);
}


/***/ })

};
