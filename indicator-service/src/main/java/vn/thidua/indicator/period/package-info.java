/** The windows in which reports are written. */
@NullMarked
package vn.thidua.indicator.period;

import org.jspecify.annotations.NullMarked;
