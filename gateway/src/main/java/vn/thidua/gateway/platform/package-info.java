/** What the edge itself can tell about the platform. */
@NullMarked
package vn.thidua.gateway.platform;

import org.jspecify.annotations.NullMarked;
