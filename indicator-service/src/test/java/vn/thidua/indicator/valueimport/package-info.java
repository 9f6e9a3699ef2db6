@NullMarked
package vn.thidua.indicator.valueimport;

import org.jspecify.annotations.NullMarked;
