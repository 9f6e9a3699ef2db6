/** Awards as dated rule rows with their source. */
@NullMarked
package vn.thidua.award.award;

import org.jspecify.annotations.NullMarked;
