/** Proposals of which like units compete with each other, and the clusters founded from them. */
@NullMarked
package vn.thidua.cluster.grouping;

import org.jspecify.annotations.NullMarked;
