@NullMarked
package vn.thidua.kit.schedule;

import org.jspecify.annotations.NullMarked;
