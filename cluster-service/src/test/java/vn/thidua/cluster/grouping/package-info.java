@NullMarked
package vn.thidua.cluster.grouping;

import org.jspecify.annotations.NullMarked;
