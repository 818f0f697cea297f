export const id = "toolkit-review-approval";
export const ids = ["toolkit-review-approval"];
export const modules = {

/***/ 3261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  requireApproval: () => (/* binding */ requireApproval)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(3339);
// EXTERNAL MODULE: ./build/toolkit/model/failure.js
var failure = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/toolkit/github/environment.js


const Environment = schemas/* object */.Ikc({
    protection_rules: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP(), reviewers: schemas/* array */.YOg(schemas/* unknown */.L5J()).optional() }))
        .optional(),
});
/** Whether a job in the environment waits until somebody has approved it; undefined when there is no such environment. */
async function hasReviewers(github, environment) {
    try {
        const { protection_rules = [] } = await github.call({
            route: 'GET /repos/{owner}/{repo}/environments/{environment_name}',
            parameters: { environment_name: environment },
            needs: 'actions: read',
            answer: Environment,
        });
        return protection_rules.some(({ type, reviewers = [] }) => type === 'required_reviewers' && reviewers.length > 0);
    }
    catch (error) {
        if ((0,failure/* failuresIn */.xM)(error).some(({ code }) => code === 'GITHUB_NOT_FOUND'))
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/toolkit/identity/claims.js
var claims = __webpack_require__(6579);
;// CONCATENATED MODULE: ./build/toolkit/review/approval.js



/** @throws Failure UNAPPROVED unless this job runs in an environment whose reviewers must approve it */
async function requireApproval(github, command, world) {
    const refuse = (what) => new failure/* Failure */.HR({
        code: 'UNAPPROVED',
        what,
        why: `No pull request shows what \`${command}\` does: a second person approves it.`,
        fix: 'Run the job with `environment:`, and give that environment required reviewers in the settings of the repository.',
    });
    const { environment } = await (0,claims/* ownClaims */.s)(world.idToken);
    if (typeof environment !== 'string')
        throw refuse('This job runs in no environment.');
    const reviewed = await hasReviewers(github, environment);
    if (reviewed === undefined)
        throw refuse(`There is no environment ${environment}.`);
    if (!reviewed)
        throw refuse(`The environment ${environment} has no required reviewers.`);
    world.log.info(`approved by the reviewers of the environment ${environment}`);
}


/***/ })

};
