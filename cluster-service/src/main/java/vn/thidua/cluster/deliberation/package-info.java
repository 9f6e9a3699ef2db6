/** Draft regulations laid before the members: comments with answers, then an open vote. */
@NullMarked
package vn.thidua.cluster.deliberation;

import org.jspecify.annotations.NullMarked;
