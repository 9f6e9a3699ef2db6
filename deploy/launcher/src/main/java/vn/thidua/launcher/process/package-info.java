/** One operating system process each: started, probed, restarted when it dies, stopped. */
@NullMarked
package vn.thidua.launcher.process;

import org.jspecify.annotations.NullMarked;
