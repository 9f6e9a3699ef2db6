/** What the person at the keyboard sees and is told. */
@NullMarked
package vn.thidua.launcher.screen;

import org.jspecify.annotations.NullMarked;
