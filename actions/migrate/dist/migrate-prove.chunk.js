export const id = "migrate-prove";
export const ids = ["migrate-prove"];
export const modules = {

/***/ 2693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   proveMigrations: () => (/* binding */ proveMigrations)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _execute_acquire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9583);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9022);
/* harmony import */ var _session_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7333);
/* harmony import */ var _sql_sql_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9899);
/* harmony import */ var _tasks_unfinished_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4037);
/** Whether a database that nothing is to be run on is as history says: nothing is half done. */






/**
 * That nothing is pending, the plan has read from history itself. What is unfinished there may be under way: then it is
 * waited for, under the lock.
 * @throws Failures MIGRATION_UNFINISHED, MIGRATE_LOCKED
 */
async function proveMigrations({ database, attempt }, request, world) {
    if ((0,_request_js__WEBPACK_IMPORTED_MODULE_5__/* .decides */ .y)(request) || (0,_tasks_unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinishedBeside */ .WB)(database.present, []).length === 0)
        return;
    const { session } = database;
    const { history, lockWait, migrations } = request;
    const present = await (0,_sql_sql_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .explained */ .to)(async () => {
        const { present: locked } = await attempt();
        if (locked !== undefined)
            return locked;
        await (0,_session_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .acquireLock */ .IZ)(session, await database.observer(), history, lockWait, world);
        return (0,_execute_acquire_js__WEBPACK_IMPORTED_MODULE_1__/* .presentUnderLock */ .x0)(database, history);
    });
    (0,_toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .throwIfAny */ .MI)((0,_tasks_unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinishedBeside */ .WB)(present, []).map((each) => (0,_tasks_unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinishedFailure */ .wc)(each, migrations)));
}


/***/ }),

/***/ 4037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WB: () => (/* binding */ unfinishedBeside),
/* harmony export */   dS: () => (/* binding */ unfinishedFinding),
/* harmony export */   wc: () => (/* binding */ unfinishedFailure)
/* harmony export */ });
/* harmony import */ var _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3358);


function unfinishedBeside({ unfinished }, tasks) {
    const touched = new Set(tasks.map(({ migration }) => migration.version));
    return unfinished.filter(({ version }) => !touched.has(version));
}
function said({ version, name, direction }, migrations) {
    const file = migrations.find((migration) => migration.version === version)?.up.file;
    const down = direction === 'down';
    return {
        what: `${down ? 'The rollback of ' : ''}${version} (${name}) was begun and has not finished.`,
        why: 'It runs outside a transaction, so that a part of it may be in the database.',
        fix: down
            ? '`command: rollback` goes on with it. If the database is as it should be, `command: repair` settles it in history.'
            : 'Apply it, and bring its file back if that is gone. If the database is as it should be, `command: repair` settles it in history.',
        ...(file === undefined ? {} : { source: { file, line: 1 } }),
    };
}
/** A warning: it may be under way, and what is planned may have nothing to do with it. */
function unfinishedFinding(unfinished, migrations) {
    const { what, ...rest } = said(unfinished, migrations);
    const parts = { rule: 'unfinished', severity: 'warning', verdict: 'fail', message: what, ...rest };
    return (0,_toolkit_model_finding_ts__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)(parts, unfinished.version);
}
function unfinishedFailure(unfinished, migrations) {
    return new _toolkit_model_failure_ts__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({ code: 'MIGRATION_UNFINISHED', ...said(unfinished, migrations) });
}


/***/ })

};
