@NullMarked
package vn.thidua.kit.mandate;

import org.jspecify.annotations.NullMarked;
