/** The edge, tried from outside over real connections. */
@NullMarked
package vn.thidua.gateway;

import org.jspecify.annotations.NullMarked;
