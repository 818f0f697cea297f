export const id = "migrate-command-line";
export const ids = ["migrate-command-line"];
export const modules = {

/***/ 9117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandLine: () => (/* binding */ commandLine)
/* harmony export */ });
const running = ['apply', 'rollback'];
const acting = [...running, 'baseline', 'repair'];
const commandLine = {
    environment: { 'database-url': 'DATABASE_URL', 'scratch-url': 'SCRATCH_URL' },
    commands: {
        plan: 'Shows what would run, tries it on a scratch database, and changes nothing.',
        apply: 'Runs what is pending, each file once, in order.',
        rollback: 'Undoes the last files, in the reverse of the order in which they were applied.',
        baseline: 'Records what is in effect already, and runs nothing.',
        repair: 'Settles in history what the folder says otherwise, and runs nothing.',
        status: 'Tells what is applied, pending, changed, gone, interrupted, and running now and by whom; takes no lock.',
    },
    only: {
        to: ['plan', 'apply', 'rollback', 'baseline'],
        steps: ['rollback'],
        'allow-data-loss': ['rollback'],
        'lock-wait': acting,
        'lock-timeout': running,
        'lock-retries': running,
        'statement-timeout': running,
        scratch: ['plan', 'apply'],
        'scratch-url': ['plan', 'apply'],
        'dry-run': acting,
        'events-url': acting,
        'events-issuer': acting,
    },
};


/***/ })

};
