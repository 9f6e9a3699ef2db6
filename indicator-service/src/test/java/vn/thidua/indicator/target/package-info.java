@NullMarked
package vn.thidua.indicator.target;

import org.jspecify.annotations.NullMarked;
