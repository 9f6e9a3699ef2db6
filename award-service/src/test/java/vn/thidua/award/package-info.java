@NullMarked
package vn.thidua.award;

import org.jspecify.annotations.NullMarked;
