@NullMarked
package vn.thidua.indicator.ranking;

import org.jspecify.annotations.NullMarked;
