/** Evidence files. */
@NullMarked
package vn.thidua.indicator.file;

import org.jspecify.annotations.NullMarked;
