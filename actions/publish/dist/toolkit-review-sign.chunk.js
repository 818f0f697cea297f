export const id = "toolkit-review-sign";
export const ids = ["toolkit-review-sign"];
export const modules = {

/***/ 365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AUDIENCE: () => (/* binding */ AUDIENCE),
/* harmony export */   audienceOf: () => (/* binding */ audienceOf)
/* harmony export */ });
/* harmony import */ var _model_review_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3067);

/** What the audience of a review's signature begins with. */
const AUDIENCE = 'omninode-review:';
/**
 * What an ID token is for that signs a review. Nothing else takes a token of this audience: not STS, no API server, no
 * Keycloak.
 */
function audienceOf(review) {
    return `${AUDIENCE}${(0,_model_review_js__WEBPACK_IMPORTED_MODULE_0__/* .reviewDigest */ .Lr)(review)}`;
}


/***/ })

};
