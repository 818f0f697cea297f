export const id = "migrate-place";
export const ids = ["migrate-place"];
export const modules = {

/***/ 4012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   databasePlace: () => (/* binding */ databasePlace)
/* harmony export */ });
/* harmony import */ var _toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3374);
/** Where a run has its effect. */

/**
 * Server, database and history: two histories in one database are two places. Names of hosts have no case, and whatever
 * stands in the name of a database, the place is on one line.
 */
function databasePlace({ host, port, database }, history) {
    const server = host.toLowerCase();
    const kept = (0,_toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_0__/* .historyName */ .GM)(history);
    const authority = `${server.includes(':') ? `[${server}]` : server}:${port}`;
    return {
        target: `postgres://${authority}/${encodeURIComponent(database)}${kept === _toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_HISTORY */ .RA ? '' : ` ${kept}`}`,
        where: { host: server, port, database, history: kept },
    };
}


/***/ })

};
