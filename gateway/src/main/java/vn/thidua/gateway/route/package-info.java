/** Where a request goes, and what it may carry on the way. */
@NullMarked
package vn.thidua.gateway.route;

import org.jspecify.annotations.NullMarked;
