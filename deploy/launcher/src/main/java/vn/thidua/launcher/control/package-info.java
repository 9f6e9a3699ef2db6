/** One launcher per data folder, and how other commands talk to it. */
@NullMarked
package vn.thidua.launcher.control;

import org.jspecify.annotations.NullMarked;
