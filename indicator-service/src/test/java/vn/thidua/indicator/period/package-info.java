@NullMarked
package vn.thidua.indicator.period;

import org.jspecify.annotations.NullMarked;
