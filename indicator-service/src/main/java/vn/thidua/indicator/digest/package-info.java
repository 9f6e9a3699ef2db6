/** What a cluster's period comes to: totals, averages, leaders, who reached a threshold, and what was stated of the whole. */
@NullMarked
package vn.thidua.indicator.digest;

import org.jspecify.annotations.NullMarked;
