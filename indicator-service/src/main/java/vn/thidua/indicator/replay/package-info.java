/** A season that is over, counted by another sheet: who would have stood where, and why. Nothing of it is stored. */
@NullMarked
package vn.thidua.indicator.replay;

import org.jspecify.annotations.NullMarked;
