export const id = "migrate-place";
export const ids = ["migrate-place"];
export const modules = {

/***/ 4012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   databasePlace: () => (/* binding */ databasePlace)
/* harmony export */ });
/* harmony import */ var _toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3374);
/** Where a run has its effect. */

/** As it stands in a URL. */
function written(host) {
    if (host.startsWith('/'))
        return encodeURIComponent(host);
    return host.includes(':') ? `[${host}]` : host;
}
/**
 * Server, database and history: two histories in one database are two places. Names of hosts have no case, and whatever
 * stands in the name of a database, the place is on one line.
 */
function databasePlace({ database, others = [], ...first }, history) {
    const kept = (0,_toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_0__/* .historyName */ .GM)(history);
    const servers = [first, ...others].map(({ host, port }) => ({ host: host.toLowerCase(), port }));
    const authority = servers.map(({ host, port }) => `${written(host)}:${port}`).join(',');
    const [{ host, port } = first, ...rest] = servers;
    return {
        target: `postgres://${authority}/${encodeURIComponent(database)}${kept === _toolkit_migrations_history_table_ts__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_HISTORY */ .RA ? '' : ` ${kept}`}`,
        where: { host, port, ...(rest.length === 0 ? {} : { others: rest }), database, history: kept },
    };
}


/***/ })

};
