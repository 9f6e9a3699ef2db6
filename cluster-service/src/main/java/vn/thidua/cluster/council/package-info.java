/** Councils of emulation and commendation: who sits in them, by which decision, from when until when. */
@NullMarked
package vn.thidua.cluster.council;

import org.jspecify.annotations.NullMarked;
