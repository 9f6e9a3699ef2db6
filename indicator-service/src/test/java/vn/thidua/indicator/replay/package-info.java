@NullMarked
package vn.thidua.indicator.replay;

import org.jspecify.annotations.NullMarked;
