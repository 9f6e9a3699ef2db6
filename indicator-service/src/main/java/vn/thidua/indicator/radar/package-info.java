/** Hints at scores that are too good: what units give themselves against what was found, full marks, no differences, evidence used twice. */
@NullMarked
package vn.thidua.indicator.radar;

import org.jspecify.annotations.NullMarked;
