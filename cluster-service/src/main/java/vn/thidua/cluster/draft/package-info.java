/** Papers of a conference in draft, laid before those who will be there: versions, comments with answers. */
@NullMarked
package vn.thidua.cluster.draft;

import org.jspecify.annotations.NullMarked;
