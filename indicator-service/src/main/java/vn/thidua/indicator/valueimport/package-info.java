/** Many values of many units posted at once: kept first, then taken in the background by the rules of a report's cells. */
@NullMarked
package vn.thidua.indicator.valueimport;

import org.jspecify.annotations.NullMarked;
