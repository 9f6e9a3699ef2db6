@NullMarked
package vn.thidua.cluster.unit;

import org.jspecify.annotations.NullMarked;
