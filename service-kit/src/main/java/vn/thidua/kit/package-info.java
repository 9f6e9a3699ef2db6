@NullMarked
package vn.thidua.kit;

import org.jspecify.annotations.NullMarked;
