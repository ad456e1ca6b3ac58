/** What stands in the way of goals that are missed; ../README.md has the profiles. */

/** In a thread that has done the same work once, it takes half of the time. */
export const COLD_CODE = 'V8 has compiled nothing yet';

/** An empty process of Node.js, git's word and V8's compiling of the program, which is none of its work. */
export const START_AND_GIT = 'Node.js, git and loading leave no time';

/** Which lines are new only git can tell, and it tells that of one changed file after the other. */
export const GIT_ALONE = "git's word takes most of it";

/** Ripgrep fills both processors for most of the time that a tenth of leasot's leaves. */
export const SEARCH_ALONE = 'the search takes most of it';
