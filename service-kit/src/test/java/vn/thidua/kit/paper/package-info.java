@NullMarked
package vn.thidua.kit.paper;

import org.jspecify.annotations.NullMarked;
