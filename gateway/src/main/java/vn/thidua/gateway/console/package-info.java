/** The web console's files. */
@NullMarked
package vn.thidua.gateway.console;

import org.jspecify.annotations.NullMarked;
