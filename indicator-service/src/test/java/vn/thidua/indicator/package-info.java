@NullMarked
package vn.thidua.indicator;

import org.jspecify.annotations.NullMarked;
