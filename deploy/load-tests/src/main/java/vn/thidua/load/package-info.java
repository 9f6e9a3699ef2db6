@NullMarked
package vn.thidua.load;

import org.jspecify.annotations.NullMarked;
