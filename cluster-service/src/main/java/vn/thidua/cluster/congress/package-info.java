/** Congresses of emulation: who comes, what is resolved, what becomes of it. */
@NullMarked
package vn.thidua.cluster.congress;

import org.jspecify.annotations.NullMarked;
