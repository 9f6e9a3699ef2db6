/** A service's description of its own API, made from its code when it is tested. */
@NullMarked
package vn.thidua.kit.test.description;

import org.jspecify.annotations.NullMarked;
