/** The decision that founded a cluster. */
@NullMarked
package vn.thidua.cluster.founding;

import org.jspecify.annotations.NullMarked;
