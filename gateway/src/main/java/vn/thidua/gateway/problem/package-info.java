/** How the edge says no: RFC 9457 problems in Vietnamese and English, and the pages that document them. */
@NullMarked
package vn.thidua.gateway.problem;

import org.jspecify.annotations.NullMarked;
