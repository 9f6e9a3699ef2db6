@NullMarked
package vn.thidua.kit.personal;

import org.jspecify.annotations.NullMarked;
