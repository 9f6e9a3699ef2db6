@NullMarked
package vn.thidua.indicator.score;

import org.jspecify.annotations.NullMarked;
