export const id = "provision-state-sensitive-packages";
export const ids = ["provision-state-sensitive-packages"];
export const modules = {

/***/ 4035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ VAR_FILES),
/* harmony export */   Cv: () => (/* binding */ LOCK_FILES),
/* harmony export */   W2: () => (/* binding */ RUNNING),
/* harmony export */   bM: () => (/* binding */ DATA_FOLDERS),
/* harmony export */   fW: () => (/* binding */ SESSION)
/* harmony export */ });
/** What a step keeps for its `post`, by name. */
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


/***/ })

};
