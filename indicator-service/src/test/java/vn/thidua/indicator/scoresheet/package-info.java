@NullMarked
package vn.thidua.indicator.scoresheet;

import org.jspecify.annotations.NullMarked;
