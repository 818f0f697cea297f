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


/***/ })

};
