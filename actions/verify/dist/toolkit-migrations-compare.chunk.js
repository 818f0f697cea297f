export const id = "toolkit-migrations-compare";
export const ids = ["toolkit-migrations-compare"];
export const modules = {

/***/ 7168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareWithHistory: () => (/* binding */ compareWithHistory)
/* harmony export */ });
/** @param inEffect in the order in which they took effect */
function compareWithHistory(migrations, inEffect) {
    const entries = new Map(inEffect.map((each) => [each.version, each]));
    const known = new Set(migrations.map(({ version }) => version));
    const last = migrations.findLastIndex(({ version }) => entries.has(version));
    const head = last === -1 ? undefined : entries.get(migrations[last]?.version ?? '');
    return {
        pending: migrations.filter(({ version }) => !entries.has(version)),
        /** Not in effect, while others are that come after them. */
        late: migrations.slice(0, last + 1).filter(({ version }) => !entries.has(version)),
        /** In effect with another content. */
        edited: migrations.flatMap((migration) => {
            const before = entries.get(migration.version);
            return before === undefined || before.checksum === migration.checksum ? [] : [{ migration, before }];
        }),
        /** In effect, without a file. */
        gone: inEffect.filter(({ version }) => !known.has(version)),
        /** The last file that is in effect. */
        head,
        /** The newest in effect: what has no file comes last when it took effect last. */
        newest: inEffect.findLast((each) => each === head || !known.has(each.version)),
    };
}


/***/ })

};
