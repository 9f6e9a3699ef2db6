/** A cluster's own report of a period, made of its members' and adopted by the cluster. */
@NullMarked
package vn.thidua.indicator.consolidation;

import org.jspecify.annotations.NullMarked;
