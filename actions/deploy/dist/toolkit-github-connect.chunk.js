export const id = "toolkit-github-connect";
export const ids = ["toolkit-github-connect"];
export const modules = {

/***/ 9575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectGitHub: () => (/* binding */ connectGitHub)
/* harmony export */ });
/** GitHub's API for the repository of this run. Loads octokit, so only what needs it calls it. */
async function connectGitHub(token, { run, signal, random, log, env }) {
    const { createGitHub } = await Promise.all(/* import() | toolkit-github-client */[__webpack_require__.e("toolkit-github-client-packages"), __webpack_require__.e("toolkit-github-client")]).then(__webpack_require__.bind(__webpack_require__, 1793));
    return createGitHub({ apiUrl: run.apiUrl, token, repository: run.repository, signal, random, log, env });
}


/***/ })

};
