/** What every table that comes in here has: its rows read, its errors told by row and column, its refused rows given back. */
@NullMarked
package vn.thidua.cluster.table;

import org.jspecify.annotations.NullMarked;
