/** A unit's indicators over the years, with what is known of the units it came out of. */
@NullMarked
package vn.thidua.indicator.series;

import org.jspecify.annotations.NullMarked;
