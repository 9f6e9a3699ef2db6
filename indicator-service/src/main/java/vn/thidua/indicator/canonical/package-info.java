/** One way to write a value down, byte for byte, and its hash. */
@NullMarked
package vn.thidua.indicator.canonical;

import org.jspecify.annotations.NullMarked;
