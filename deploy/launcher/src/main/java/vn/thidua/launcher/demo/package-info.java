/** The first set-up and the invented province of the demo profile. */
@NullMarked
package vn.thidua.launcher.demo;

import org.jspecify.annotations.NullMarked;
