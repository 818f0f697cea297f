export const id = 504;
export const ids = [504];
export const modules = {

/***/ 1504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cacheDir: () => (/* reexport safe */ _actions_tool_cache__WEBPACK_IMPORTED_MODULE_0__.e8),
/* harmony export */   downloadTool: () => (/* reexport safe */ _actions_tool_cache__WEBPACK_IMPORTED_MODULE_0__.bq),
/* harmony export */   extractZip: () => (/* reexport safe */ _actions_tool_cache__WEBPACK_IMPORTED_MODULE_0__.JE),
/* harmony export */   find: () => (/* reexport safe */ _actions_tool_cache__WEBPACK_IMPORTED_MODULE_0__.I6)
/* harmony export */ });
/* harmony import */ var _actions_tool_cache__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9805);
/** Loaded only when Terraform has to be downloaded. */



/***/ })

};
