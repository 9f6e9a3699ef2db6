@NullMarked
package vn.thidua.kit.problem;

import org.jspecify.annotations.NullMarked;
