@NullMarked
package vn.thidua.cluster.correction;

import org.jspecify.annotations.NullMarked;
