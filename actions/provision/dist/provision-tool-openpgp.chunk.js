export const id = "provision-tool-openpgp";
export const ids = ["provision-tool-openpgp"];
export const modules = {

/***/ 7827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createMessage: () => (/* reexport safe */ openpgp__WEBPACK_IMPORTED_MODULE_0__.oH),
/* harmony export */   readKey: () => (/* reexport safe */ openpgp__WEBPACK_IMPORTED_MODULE_0__.YZ),
/* harmony export */   readSignature: () => (/* reexport safe */ openpgp__WEBPACK_IMPORTED_MODULE_0__.Bc),
/* harmony export */   verify: () => (/* reexport safe */ openpgp__WEBPACK_IMPORTED_MODULE_0__.MX)
/* harmony export */ });
/* harmony import */ var openpgp__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3074);
/** Loaded only when a download is checked: 1.2 MB in the bundle (284 kB packed), about 50 ms to load; a check takes 5. */



/***/ })

};
