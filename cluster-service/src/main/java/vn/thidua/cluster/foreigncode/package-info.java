@NullMarked
package vn.thidua.cluster.foreigncode;

import org.jspecify.annotations.NullMarked;
