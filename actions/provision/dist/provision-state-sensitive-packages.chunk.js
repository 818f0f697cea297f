export const id = "provision-state-sensitive-packages";
export const ids = ["provision-state-sensitive-packages"];
export const modules = {

/***/ 4035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ VAR_FILES),
/* harmony export */   Cv: () => (/* binding */ LOCK_FILES),
/* harmony export */   W2: () => (/* binding */ RUNNING),
/* harmony export */   _J: () => (/* binding */ notOwn),
/* harmony export */   bE: () => (/* binding */ keptJson),
/* harmony export */   bM: () => (/* binding */ DATA_FOLDERS),
/* harmony export */   fW: () => (/* binding */ SESSION)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/** What a step keeps for its `post`, by name. Whatever runs in the step can write into it. */

/** The Terraforms that run right now: see `RunningList`. */
const RUNNING = 'running';
/** How to open the session again, because `post` is not given the inputs as they were checked. */
const SESSION = 'session';
/** Paths of the variable files, relative to the workspace: `post` masks what is in them. */
const VAR_FILES = 'var-files';
/** Absolute paths of the dependency lock files that were not there before. */
const LOCK_FILES = 'lock-files';
/** Absolute paths of the folders in which Terraform keeps what is its own. */
const DATA_FOLDERS = 'data-folders';
/** What is kept, as JSON; undefined for what no step keeps. */
function keptJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function notOwn() {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        code: 'STATE_NOT_OWN',
        what: 'The state of this step names files or programs that it did not make or start. Nothing was done with them.',
        why: 'Something that ran in this job has written into the state of this step.',
        fix: 'Find out what ran in this job before, and do not trust what it made.',
    });
}


/***/ })

};
