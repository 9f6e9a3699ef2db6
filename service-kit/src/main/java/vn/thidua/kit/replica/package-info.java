@NullMarked
package vn.thidua.kit.replica;

import org.jspecify.annotations.NullMarked;
