@NullMarked
package vn.thidua.kit.audit;

import org.jspecify.annotations.NullMarked;
