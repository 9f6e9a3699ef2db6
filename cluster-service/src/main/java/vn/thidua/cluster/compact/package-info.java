@NullMarked
package vn.thidua.cluster.compact;

import org.jspecify.annotations.NullMarked;
