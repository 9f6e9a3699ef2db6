/** Votes held on paper: what their tellers counted, with the signed minutes, confirmed by a second teller. */
@NullMarked
package vn.thidua.cluster.papercount;

import org.jspecify.annotations.NullMarked;
