/** Copies of clusters, seasons, elections and rankings, as the other services' feeds tell them. */
@NullMarked
package vn.thidua.award.season;

import org.jspecify.annotations.NullMarked;
