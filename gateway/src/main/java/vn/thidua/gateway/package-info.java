/** The edge of the platform: everything from outside enters here. */
@NullMarked
package vn.thidua.gateway;

import org.jspecify.annotations.NullMarked;
