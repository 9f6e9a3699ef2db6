/** What helps to write a scoresheet: a criterion tried on numbers while it is typed, and what still stands against freezing. Reads only. */
@NullMarked
package vn.thidua.indicator.designer;

import org.jspecify.annotations.NullMarked;
