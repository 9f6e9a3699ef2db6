@NullMarked
package vn.thidua.kit.test;

import org.jspecify.annotations.NullMarked;
