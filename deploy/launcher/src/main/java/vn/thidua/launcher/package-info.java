/** Starts, watches and stops the whole platform on one machine. */
@NullMarked
package vn.thidua.launcher;

import org.jspecify.annotations.NullMarked;
