@NullMarked
package vn.thidua.system;

import org.jspecify.annotations.NullMarked;
