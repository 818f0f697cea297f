export const id = "toolkit-review-forwards";
export const ids = ["toolkit-review-forwards"];
export const modules = {

/***/ 2750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   forwardsOf: () => (/* binding */ forwardsOf)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);

const BACK = 'To go back on purpose, open a pull request that does it: its preview names what it replaces. Nothing was applied.';
const APPROVE = 'Start the workflow anew, look at its plan, and approve that. Nothing was applied.';
/** A run that went back on purpose: `rollback 4711`. Whoever comes next must know of it. */
function isSetAside({ run }) {
    return !/^\d*$/.test(run);
}
function forwardsOf({ next, review, once, standing, refuse }) {
    return {
        next,
        allow: async (part, remembered) => {
            const of = part === '' ? '' : ` of ${part}`;
            const replaced = review?.replaces[part];
            if (remembered === undefined || remembered.commit === '') {
                if (replaced === undefined || replaced.commit === '')
                    return;
                return refuse(new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
                    code: 'RELEASE_UNKNOWN',
                    what: `The target${of} does not say any more what it was last released from: it was ${replaced.commit.slice(0, 12)} when this was shown.`,
                    why: 'It was made anew since, or somebody has removed what it remembers.',
                    fix: once ? APPROVE : BACK,
                }));
            }
            const last = remembered.commit.slice(0, 12);
            const commit = next.commit.slice(0, 12);
            if (remembered.commit === next.commit && remembered.run === next.run)
                return; // the rest of a run that was cut off
            const shown = replaced?.commit === remembered.commit;
            if (once) {
                if (shown && replaced.run === remembered.run)
                    return;
                return refuse(new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
                    code: 'REVIEW_USED',
                    what: `The plan${of} was approved for a target that was released from ${replaced?.commit.slice(0, 12) ?? 'nothing'}, and it is now ${last} (run ${remembered.run}).`,
                    why: 'What the reviewers of an environment approve is good for one time.',
                    fix: APPROVE,
                }));
            }
            if (shown && replaced.run === remembered.run)
                return;
            if (isSetAside(remembered)) {
                return refuse(new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
                    code: 'RELEASE_SET_BACK',
                    what: `The target${of} was set back on purpose (${remembered.run}), after what this release was shown for.`,
                    why: 'A release that did not know of it would undo that.',
                    fix: BACK,
                }));
            }
            if (shown || remembered.commit === next.commit)
                return;
            const stands = await standing(remembered.commit, next.commit);
            if (stands === 'ahead' || stands === 'identical')
                return;
            if (stands === undefined) {
                return refuse(new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
                    code: 'RELEASE_UNKNOWN',
                    what: `It cannot be told whether ${commit} comes after ${last}, from which the target${of} was last released.`,
                    why: 'GitHub does not know one of the two commits in this repository.',
                    fix: BACK,
                }));
            }
            return refuse(stands === 'behind'
                ? new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
                    code: 'RELEASE_OLDER',
                    what: `The target${of} was released from ${last}, and ${commit} is older.`,
                    why: 'A later release has taken the place of this one.',
                    fix: BACK,
                })
                : new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
                    code: 'RELEASE_ASIDE',
                    what: `The target${of} was released from ${last}, which ${commit} does not contain.`,
                    why: 'The two are on different lines: releasing this one would undo the other.',
                    fix: `Merge ${last} into it first, or open a pull request whose preview names what it replaces. Nothing was applied.`,
                }));
        },
    };
}


/***/ })

};
