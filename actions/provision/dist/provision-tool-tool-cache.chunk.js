export const id = "provision-tool-tool-cache";
export const ids = ["provision-tool-tool-cache"];
export const modules = {

/***/ 4795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cacheDir: () => (/* reexport safe */ _actions_tool_cache__WEBPACK_IMPORTED_MODULE_0__.e8),
/* harmony export */   find: () => (/* reexport safe */ _actions_tool_cache__WEBPACK_IMPORTED_MODULE_0__.I6),
/* harmony export */   findAllVersions: () => (/* reexport safe */ _actions_tool_cache__WEBPACK_IMPORTED_MODULE_0__.iq),
/* harmony export */   unzipSync: () => (/* reexport safe */ fflate__WEBPACK_IMPORTED_MODULE_1__.AO)
/* harmony export */ });
/* harmony import */ var _actions_tool_cache__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5183);
/* harmony import */ var fflate__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1306);
/** Loaded only when the machine's own Terraform or OpenTofu does not do. */




/***/ })

};
