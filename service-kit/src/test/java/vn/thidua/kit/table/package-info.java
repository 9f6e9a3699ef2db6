@NullMarked
package vn.thidua.kit.table;

import org.jspecify.annotations.NullMarked;
