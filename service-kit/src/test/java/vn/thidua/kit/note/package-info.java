@NullMarked
package vn.thidua.kit.note;

import org.jspecify.annotations.NullMarked;
