@NullMarked
package vn.thidua.kit.background;

import org.jspecify.annotations.NullMarked;
