@NullMarked
package vn.thidua.kit.operation;

import org.jspecify.annotations.NullMarked;
